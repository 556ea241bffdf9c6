import type { AskedSet } from "../../connection/askedSets";
import { nameStack } from "../../connection/origin";
import { familiesOf } from "../../domain/addressing";
import { findShadowedHosts } from "../../domain/hostNames";
import { type Problem, problem, warning } from "../../domain/problem";
import type { EksService } from "../../domain/services";
import { writeList } from "../../domain/wording";
import { nameFamily } from "../../domain/world";
import type { ResolvedArgs } from "../defaults";

type Shared = Pick<ResolvedArgs, "services" | "ipAddressType">;

/** How a set differs from what a share needs of it, in private DNS, services and address families. */
export function checkSharedSet(
    set: AskedSet & { stack?: string },
    args: Shared,
    region: string,
): Problem[] {
    const source = nameStack(set.stack, "its stack");
    return [
        ...checkPrivateDns(set, source),
        ...checkShared(set, args, source),
        ...checkFamilies(set, args, source),
        ...checkUnshared(set, args, region),
        ...checkEmptyRecords(set, args, source),
    ];
}

function checkPrivateDns({ privateDnsEnabled }: AskedSet, source: string): Problem[] {
    const reason =
        "the endpoints have private DNS, and AWS allows one answer for a name in a VPC: their own private zones, which " +
        `cannot be shared, or hosted zones; set privateDnsEnabled: false on the EksEndpointSet in ${source}`;
    return privateDnsEnabled ? problem("connection.privateDnsEnabled", reason) : [];
}

function checkShared(set: AskedSet, { services }: Shared, source: string): Problem[] {
    const offered = services.filter((service) => set.services.includes(service));
    const paste = offered.length === 0 ? set.services : offered;
    return services.flatMap((service, i) => {
        const reason =
            `the connection has no endpoint for ${service}, only for ${set.services.join(", ")}; add it to services of ` +
            `the EksEndpointSet in ${source}, or write services: ${writeList(paste)} here`;
        return set.services.includes(service) ? [] : problem(`services[${i}]`, reason);
    });
}

function checkFamilies(set: AskedSet, { ipAddressType }: Shared, source: string): Problem[] {
    const reason =
        `"${ipAddressType}" was given or assumed, and the endpoints in ${source} have "${set.ipAddressType}"; ` +
        `write ipAddressType: "${set.ipAddressType}" here`;
    return set.ipAddressType === ipAddressType ? [] : problem("ipAddressType", reason);
}

/** Aliases answer with what the endpoints' own names have. Which that is with `service-defined`, no source says. */
function checkEmptyRecords(
    { dnsRecordIpType }: AskedSet,
    { ipAddressType }: Shared,
    source: string,
): Problem[] {
    const answered = familiesOf(dnsRecordIpType);
    const empty = familiesOf(ipAddressType).filter((family) => !answered.includes(family));
    return answered.length === 0 || empty.length === 0
        ? []
        : warning(
              "ipAddressType",
              `the shared names answer without ${empty.map(nameFamily).join(" and ")} addresses, because the ` +
                  `endpoints have dnsRecordIpType "${dnsRecordIpType}"; write dnsRecordIpType: "${ipAddressType}" on the ` +
                  `EksEndpointSet in ${source}`,
          );
}

/** Endpoints that nobody outside the hub's VPC will find; worst where a shared zone hides their names. */
function checkUnshared(set: AskedSet, { services }: Shared, region: string): Problem[] {
    const hidden = services
        .flatMap((service) => findShadowedHosts(service, region))
        .filter((host) => isLeftOut(host.service));
    const hiddenServices = [...new Set(hidden.map(({ service }) => service))];
    const others = set.services.filter(
        (service) => isLeftOut(service) && !hiddenServices.includes(service),
    );
    const write = (more: EksService[]): string => `services: ${writeList([...services, ...more])}`;
    return [
        ...(hidden.length === 0
            ? []
            : warning(
                  "services",
                  `${hidden.map(({ hostName }) => hostName).join(" and ")} will not resolve at all in the VPCs ` +
                      "of consumers, because a shared zone hides it, while the set has an endpoint for it; " +
                      `write ${write(hiddenServices)}`,
              )),
        ...(others.length === 0
            ? []
            : warning(
                  "services",
                  `the set also has endpoints for ${others.join(" and ")}, which are not shared; ` +
                      `if consumers need them, write ${write([...hiddenServices, ...others])}`,
              )),
    ];

    function isLeftOut(service: EksService): boolean {
        return set.services.includes(service) && !services.includes(service);
    }
}
