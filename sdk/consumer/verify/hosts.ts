import { ShareMethod } from "../../connection/method";
import { findHosts, findShadowedHosts } from "../../domain/hostNames";
import { type Problem, problem, warning } from "../../domain/problem";
import { ALL_SERVICES, type EksService } from "../../domain/services";
import { writeList } from "../../domain/wording";
import type { Joining } from "./joining";

/** How the host names of `services` differ from those that the hub shares. */
export function checkShared(joining: Joining): Problem[] {
    const { connection, hub } = joining;
    if (Object.keys(connection.hostedZoneIds).length === 0) {
        const reason =
            `is empty: this is the connection of an EksEndpointSet, which shares nothing by itself; give it to an ` +
            `EksEndpointShare in ${hub}, export the share's connection there, and read that one`;
        return problem("connection.hostedZoneIds", reason);
    }
    return [...checkMissing(joining), ...checkUnused(joining)];
}

function checkMissing({ args, connection, hub }: Joining): Problem[] {
    const { region, hostedZoneIds } = connection;
    const shared = sharedServices(connection);
    return args.services.flatMap((service, i): Problem[] => {
        const hosts = findHosts([service], region).map(({ hostName }) => hostName);
        const missing = hosts.filter((hostName) => !Object.hasOwn(hostedZoneIds, hostName));
        if (missing.length === 0) {
            return [];
        }
        const path = `services[${i}]`;
        if (missing.length < hosts.length) {
            const reason =
                `${hub} shares ${service} without ${missing.join(" and ")}; upgrade eks-privatelink there, run pulumi ` +
                "up, and pass its output on unchanged";
            return problem(path, reason);
        }
        const rest = args.services.filter((each) => each !== service);
        const wayOut =
            rest.length === 0 ? "" : `, or leave it out here: services: ${writeList(rest)}`;
        const reason =
            `${hub} does not share ${service}; add it to the EksEndpointShare there: ` +
            `services: ${writeList([...shared, service])}${wayOut}`;
        return problem(path, reason);
    });
}

/** Names that the hub shares and that this VPC leaves aside; a profile brings all of them, whatever is planned. */
function checkUnused({ args, connection, hub }: Joining): Problem[] {
    if (args.method === ShareMethod.Profile) {
        return [];
    }
    const { region, hostedZoneIds } = connection;
    const planned = findHosts(args.services, region).map(({ hostName }) => hostName);
    const isUnused = (hostName: string): boolean =>
        Object.hasOwn(hostedZoneIds, hostName) && !planned.includes(hostName);
    const unused = sharedServices(connection).filter((service) =>
        findHosts([service], region).some(({ hostName }) => isUnused(hostName)),
    );
    const hidden = args.services
        .flatMap((service) => findShadowedHosts(service, region))
        .filter(({ hostName }) => isUnused(hostName));
    const line = (services: EksService[]): string =>
        `services: ${writeList([...args.services, ...services])}`;
    if (hidden.length > 0) {
        const reason =
            `the zones of these services hide ${hidden.map(({ hostName }) => hostName).join(" and ")}, which ${hub} ` +
            `shares too; write ${line([...new Set(hidden.map(({ service }) => service))])}`;
        return problem("services", reason);
    }
    const reason = `${hub} also shares ${unused.join(" and ")}, which this VPC does not use; to use all, write ${line(unused)}`;
    return unused.length === 0 ? [] : warning("services", reason);
}

/** Services whose host names all have a zone. */
function sharedServices({ region, hostedZoneIds }: Joining["connection"]): EksService[] {
    return ALL_SERVICES.filter((service) => {
        const hosts = findHosts([service], region);
        return (
            hosts.length > 0 &&
            hosts.every(({ hostName }) => Object.hasOwn(hostedZoneIds, hostName))
        );
    });
}
