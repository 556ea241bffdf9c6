import { type Checked, derive } from "../../checks/checked";
import { conclude, say } from "../../checks/conclude";
import { withoutSecrets } from "../../checks/secrets";
import type { ChildScope } from "../../component/scope";
import { familiesOf } from "../../domain/addressing";
import { type Problem, problem } from "../../domain/problem";
import { type EksService, findAvailability, findServiceNames } from "../../domain/services";
import { writeList } from "../../domain/wording";
import type { CallerInfo } from "../../lookups/caller";
import { type EndpointServiceInfo, lookEndpointService } from "../../lookups/endpointService";
import { type Answer, uncertain } from "../../lookups/lookup";
import type { ResolvedArgs } from "../defaults";

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
        const reason =
            "not verified, because region is given and the provider looks up endpoint services in its own region only";
        void say({ path: "services", reason });
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
        await conclude(await withoutSecrets(checkAnswers(answers, region, args), args.region));
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
export function checkAnswers(
    answers: ServiceAnswer[],
    region: string,
    { ipAddressType }: Pick<ResolvedArgs, "ipAddressType">,
): Problem[] {
    const missing = answers.map((answer) => findMissing(answer, region));
    const offered = answers
        .filter((_, i) => missing[i] === undefined)
        .map(({ service }) => service);
    const paste =
        offered.length === 0 ? "" : `; to go without, write services: ${writeList(offered)}`;
    return answers.flatMap(({ answer, service }, i) => {
        const path = `services[${i}]`;
        const reason = missing[i];
        return [
            ...(reason === undefined ? [] : problem(path, reason + paste)),
            ...(answer?.kind === "unclear" ? uncertain(path, answer.reason) : []),
            ...(answer?.kind === "found"
                ? checkFamilies(path, service, answer.found, ipAddressType)
                : []),
        ];
    });
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

function checkFamilies(
    path: string,
    service: EksService,
    info: EndpointServiceInfo,
    ipAddressType: string,
): Problem[] {
    const missing = familiesOf(ipAddressType).filter(
        (family) => !info.supportedIpAddressTypes.includes(family),
    );
    const reason =
        `${service} (${info.serviceName}) supports ${info.supportedIpAddressTypes.join(" and ")} here, ` +
        `but ipAddressType "${ipAddressType}" needs ${missing.join(" and ")}; change ipAddressType or services`;
    return missing.length === 0 ? [] : problem(path, reason);
}
