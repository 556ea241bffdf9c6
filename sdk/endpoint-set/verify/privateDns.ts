import type { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { createUrn, runtime } from "@pulumi/pulumi";
import { allAliases } from "@pulumi/pulumi/resource";

import { type Checked, derive, unchecked } from "../../checks/checked";
import { conclude, say } from "../../checks/conclude";
import { mayBeTransformed, whenKnown } from "../../checks/sdkInternals";
import { withoutSecrets } from "../../checks/secrets";
import type { ChildScope } from "../../component/scope";
import { findHostNames } from "../../domain/hostNames";
import { joinPath, type Problem, problem, warning } from "../../domain/problem";
import { type EksService, findServiceNames, serviceFacts } from "../../domain/services";
import { verbAfter } from "../../domain/wording";
import type { CallerInfo } from "../../lookups/caller";
import { type LastState, lookLastState } from "../../lookups/ownStack";
import { findLastEndpoints, findLastZones, type LastEndpoint } from "../../verify/lastNames";
import type { ResolvedArgs } from "../defaults";
import { childNames } from "../names";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** An endpoint whose private DNS is to be on, and what the stack had before. */
export interface Switched {
    args: Pick<ResolvedArgs, "services" | "serviceNames">;
    service: EksService;
    region: string;
    vpcId: string;
    /** Its URN, and those that it had under another name or parent. */
    urns: string[];
    /** Absent before it is registered, and in a preview that creates or replaces it. */
    id?: string;
    last: LastState;
}

/**
 * Has passed where nothing of this stack keeps private DNS of the endpoints from being switched on: the engine deletes what
 * left a program after everything else, and AWS gives a name once to a VPC. A preview also says what a replacement takes away.
 * Gives the endpoints that are to be judged again by `verifyOwnNames`, because a transform may give them aliases.
 */
export function verifyPrivateDns(
    args: ResolvedArgs,
    known: Checked<[CallerInfo, vpcId: string]>,
    scope: ChildScope,
): Checked<Switched[]> {
    if (!args.privateDnsEnabled) {
        return unchecked([]);
    }
    const state = lookLastState();
    return derive(known, async ([{ region }, vpcId]) => {
        const answer = await state;
        const last = answer.kind === "found" ? answer.found : {};
        const services = args.services.filter((service) => serviceFacts(service).hasPrivateDns);
        const switched = await Promise.all(
            services.map(async (service): Promise<Switched> => {
                const urns = await urnsOf(service, scope);
                return { args, service, region, vpcId, urns, last };
            }),
        );
        const isOpen = mayBeTransformed(scope.parent);
        const check = isOpen ? checkHostedZones : checkTaken;
        await conclude(await withoutSecrets(switched.flatMap(check), args.vpcId));
        if (runtime.isDryRun()) {
            const gaps = await withoutSecrets(switched.flatMap(checkReplaced), args.vpcId);
            gaps.forEach((each) => void say(each));
        }
        return isOpen ? switched : [];
    });
}

/** Has passed where no endpoint but this one, under whatever name it was created, has its names. */
export function verifyOwnNames(
    open: Checked<Switched[]>,
    service: EksService,
    endpoint: VpcEndpoint,
    { vpcId }: Pick<ResolvedArgs, "vpcId">,
): Checked<void> {
    return derive(open, async (switched) => {
        const one = switched.find((each) => each.service === service);
        if (one !== undefined) {
            // An endpoint that is refused says so itself.
            const id = await whenKnown(endpoint.id).catch(() => undefined);
            await conclude(await withoutSecrets(checkEndpoints({ ...one, id }), vpcId));
        }
    });
}

async function urnsOf(service: EksService, { name, parent }: ChildScope): Promise<string[]> {
    const child = childNames.endpoint(name, service);
    const urns = [
        createUrn(child, ENDPOINT, parent),
        ...allAliases([], child, ENDPOINT, parent, name),
    ];
    return (await Promise.all(urns.map(whenKnown))).filter((urn) => urn !== undefined);
}

/** What has the names in the VPC by now, and leaves them too late for this update. */
export function checkTaken(switched: Switched): Problem[] {
    return [...checkEndpoints(switched), ...checkHostedZones(switched)];
}

const TOO_LATE =
    "if it is no longer in the program, Pulumi deletes it only after everything else, and this update would fail half-way";

function checkEndpoints({ args, service, region, vpcId, urns, id, last }: Switched): Problem[] {
    const others = findLastEndpoints(last).filter(
        (each) =>
            each.vpcId === vpcId &&
            each.service === service &&
            each.id !== id &&
            !urns.includes(each.resource.urn),
    );
    return others.flatMap(({ resource }) =>
        problem(
            `services[${args.services.indexOf(service)}]`,
            `${service} has an endpoint with private DNS in VPC ${vpcId} by now, "${resource.name}", and AWS gives a name ` +
                `to one endpoint of a VPC; ${TOO_LATE}; take it away in one update, and add it here in the next: ` +
                sayBetweenEndpoints(findHostNames(service, region), vpcId),
        ),
    );
}

function checkHostedZones({ service, region, vpcId, last }: Switched): Problem[] {
    const hosts = findHostNames(service, region);
    const zones = findLastZones(last).filter(
        ({ hostName, vpcIds }) => hosts.includes(hostName) && vpcIds.includes(vpcId),
    );
    return zones.flatMap(({ resource, hostName }) =>
        problem(
            "privateDnsEnabled",
            `VPC ${vpcId} has the hosted zone of ${hostName} by now, "${resource.name}", and AWS gives no private DNS to a ` +
                `name with a zone in the VPC; ${TOO_LATE}; take it away in one update with privateDnsEnabled: false, and ` +
                `switch private DNS on in the next: ${sayBetween(hosts, vpcId)}`,
        ),
    );
}

/** What becomes of names while one endpoint has given them away and the next has not taken them. */
export function sayBetweenEndpoints(hosts: string[], vpcId: string): string {
    return (
        `${sayBetween(hosts, vpcId)}, for the minutes that a new endpoint takes; where all of this set is new, create it with ` +
        "privateDnsEnabled: false beside the other first, and these are seconds"
    );
}

function sayBetween(hosts: string[], vpcId: string): string {
    return `in between ${hosts.join(" and ")} ${verbAfter(hosts, "lead")} to public addresses in VPC ${vpcId}`;
}

/** What the replacement of an endpoint takes away, and for how long. */
export function checkReplaced(switched: Switched): Problem[] {
    const { service, region, vpcId, urns, last } = switched;
    const before = findLastEndpoints(last).find(({ resource }) => urns.includes(resource.urn));
    const names = findHostNames(service, region);
    const lead = `${names.join(" and ")} ${verbAfter(names, "lead")} to public addresses`;
    if (before === undefined) {
        return [];
    }
    if (before.vpcId !== vpcId) {
        const reason =
            `the endpoint of ${service} leaves VPC ${before.vpcId}, where ${lead} from then on, ` +
            "and nowhere while private DNS of a name above still hides them there, up to some minutes; " +
            `to move clients first, create a second EksEndpointSet in VPC ${vpcId}, and remove this one later`;
        return warning("vpcId", reason);
    }
    const reason =
        `the endpoint of ${service} is replaced, because its service was ${before.serviceName}; from when the old one ` +
        `goes until the new one is available, some minutes, ${lead} in VPC ${vpcId}`;
    return isOtherService(switched, before)
        ? warning(joinPath("serviceNames", service), reason)
        : [];
}

function isOtherService(
    { args, service, region }: Switched,
    { serviceName }: LastEndpoint,
): boolean {
    const given = args.serviceNames[service];
    const names = given === undefined ? findServiceNames(service, region)?.names : [given];
    return names?.includes(serviceName) === false;
}
