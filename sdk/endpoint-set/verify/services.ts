import { Checked, derive } from "../../checks/checked";
import { conclude, Findings, warn } from "../../checks/later";
import { familiesOf } from "../../domain/addressing";
import { Problem } from "../../domain/problem";
import { EksService, findAvailability, findServiceNames } from "../../domain/services";
import { CallerInfo } from "../../lookups/caller";
import { EndpointServiceInfo, lookEndpointService } from "../../lookups/endpointService";
import { Answer, uncertain } from "../../lookups/lookup";
import { ResolvedArgs } from "../defaults";
import { ChildScope } from "../scope";

/** A service of the set, with what AWS says of it where AWS was asked and would say. */
export interface VerifiedService {
    service: EksService;
    serviceName: string;
    info?: EndpointServiceInfo;
}

/** A service with the names it may have and AWS's answer; none where AWS was not asked. */
export interface ServiceAnswer {
    service: EksService;
    names: string[];
    answer?: Answer<EndpointServiceInfo>;
}

/** The services, once AWS has said that the region offers them with the families that the endpoints need. */
export function verifyServices(
    args: ResolvedArgs,
    caller: Checked<CallerInfo>,
    scope: ChildScope,
): Checked<VerifiedService[]> {
    if (args.verify && args.region !== undefined) {
        const why = "the provider looks up endpoint services in its own region only";
        warn(`services are not verified, because region is given and ${why}`);
    }
    const asks = args.verify && args.region === undefined;
    return derive(caller, async ({ region }) => {
        const answers = await Promise.all(
            args.services.map(async (service): Promise<ServiceAnswer> => {
                const names = candidates(args, service, region);
                return asks
                    ? { service, names, answer: await lookEndpointService(names, scope) }
                    : { service, names };
            }),
        );
        await conclude(findServiceProblems(answers, region, args));
        return answers.map(({ service, names, answer }) =>
            answer?.kind === "found"
                ? { service, serviceName: answer.found.serviceName, info: answer.found }
                : { service, serviceName: names[0] ?? "" },
        );
    });
}

function candidates(args: ResolvedArgs, service: EksService, region: string): string[] {
    const given = args.serviceNames[service];
    return given === undefined ? (findServiceNames(service, region)?.names ?? []) : [given];
}

/** What keeps the services from having endpoints in a region, with the list of those that can. */
export function findServiceProblems(
    answers: ServiceAnswer[],
    region: string,
    { ipAddressType }: Pick<ResolvedArgs, "ipAddressType">,
): Findings {
    const missing = answers.map((answer) => findMissing(answer, region));
    const offered = answers
        .filter((_, i) => missing[i] === undefined)
        .map(({ service }) => service);
    const paste =
        offered.length === 0
            ? ""
            : `; to go without, write services: [${offered.map((service) => `"${service}"`).join(", ")}]`;
    const problems = answers.flatMap(({ answer, service }, i): Problem[] => {
        const path = `services[${i}]`;
        const reason = missing[i];
        if (reason !== undefined) {
            return [{ path, reason: reason + paste }];
        }
        return answer?.kind === "found"
            ? findFamilies(path, service, answer.found, ipAddressType)
            : [];
    });
    const warnings = answers.flatMap(({ answer }, i) =>
        answer?.kind === "unclear" ? [uncertain(`services[${i}]`, answer.reason)] : [],
    );
    return { problems, warnings };
}

function findMissing(
    { service, names, answer }: ServiceAnswer,
    region: string,
): string | undefined {
    if (names.length === 0) {
        return `no source gives the endpoint service name of ${service} in region ${region}; pass it in serviceNames.${service}`;
    }
    if (answer?.kind === "absent") {
        return `region ${region} offers no endpoint for ${service} (AWS knows no ${names.join(" and no ")})`;
    }
    // What AWS says now counts more than what its documentation said.
    return answer?.kind !== "found" && findAvailability(service, region) === "missing"
        ? `region ${region} offers no endpoint for ${service}, according to the EKS documentation`
        : undefined;
}

function findFamilies(
    path: string,
    service: EksService,
    info: EndpointServiceInfo,
    ipAddressType: string,
): Problem[] {
    const missing = familiesOf(ipAddressType).filter(
        (family) => !info.supportedIpAddressTypes.includes(family),
    );
    return missing.length === 0
        ? []
        : [
              {
                  path,
                  reason:
                      `${service} (${info.serviceName}) supports ${info.supportedIpAddressTypes.join(" and ")} here, ` +
                      `but ipAddressType "${ipAddressType}" needs ${missing.join(" and ")}; change ipAddressType or services`,
              },
          ];
}
