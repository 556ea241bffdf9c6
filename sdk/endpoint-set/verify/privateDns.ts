import type { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { runtime } from "@pulumi/pulumi";

import { type Checked, derive, together, unchecked } from "../../checks/checked";
import { conclude, say } from "../../checks/conclude";
import { whenKnown } from "../../checks/sdkInternals";
import { withoutSecrets } from "../../checks/secrets";
import { findHostNames } from "../../domain/hostNames";
import { joinPath, type Problem, problem, warning } from "../../domain/problem";
import { type EksService, findServiceNames } from "../../domain/services";
import { type LastState, lookLastState } from "../../lookups/ownStack";
import { findLastEndpoints, findLastZones, type LastEndpoint } from "../../verify/lastNames";
import type { ResolvedArgs } from "../defaults";
import type { VerifiedSet } from "../verify";

/** An endpoint whose private DNS is to be on, and what the stack had before. */
export interface Switched {
    args: Pick<ResolvedArgs, "services" | "serviceNames">;
    service: EksService;
    region: string;
    /** Absent in a preview that does not know it yet. */
    vpcId?: string;
    urn: string;
    /** Absent in a preview that creates or replaces the endpoint. */
    id?: string;
    last: LastState;
}

/**
 * Has passed where nothing of this stack keeps private DNS of an endpoint from being switched on: the engine deletes what
 * left a program after everything else, and AWS gives a name once to a VPC. A preview also says what a replacement takes away.
 */
export function verifyPrivateDns(
    { args, caller }: VerifiedSet,
    service: EksService,
    endpoint: VpcEndpoint,
): Checked<void> {
    if (!args.privateDnsEnabled) {
        return unchecked(undefined);
    }
    return derive(together(caller, unchecked(endpoint.urn)), async ([{ region }, urn]) => {
        const answer = await lookLastState();
        const switched = {
            args,
            service,
            region,
            vpcId: await whenKnown(args.vpcId),
            urn,
            // An endpoint that is refused says so itself.
            id: await whenKnown(endpoint.id).catch(() => undefined),
            last: answer.kind === "found" ? answer.found : {},
        };
        await conclude(await withoutSecrets(checkTaken(switched), args.vpcId));
        if (runtime.isDryRun()) {
            const gaps = await withoutSecrets(checkReplaced(switched), args.vpcId);
            gaps.forEach((each) => void say(each));
        }
    });
}

/** What has the names in the VPC by now, and leaves them too late for this update. */
export function checkTaken(switched: Switched): Problem[] {
    const { args, service, region, vpcId, urn, id, last } = switched;
    const hosts = findHostNames(service, region);
    const path = `services[${args.services.indexOf(service)}]`;
    const endpoints = findLastEndpoints(last).filter(
        (each) =>
            each.vpcId === vpcId &&
            each.service === service &&
            each.resource.urn !== urn &&
            // Under an alias it has another URN.
            each.id !== id,
    );
    const zones = findLastZones(last).filter(
        ({ hostName, vpcIds }) => hosts.includes(hostName) && vpcIds.includes(`${vpcId}`),
    );
    const too =
        "if it is no longer in the program, Pulumi deletes it only after everything else, and this update would fail " +
        "half-way";
    return [
        ...endpoints.flatMap(({ resource }) =>
            problem(
                path,
                `${service} has an endpoint with private DNS in VPC ${vpcId} by now, "${resource.name}", and AWS gives a name ` +
                    `to one endpoint of a VPC; ${too}; take it away in one update, and add it here in the next: ` +
                    sayBetweenEndpoints(hosts, `${vpcId}`),
            ),
        ),
        ...zones.flatMap(({ resource, hostName }) =>
            problem(
                "privateDnsEnabled",
                `VPC ${vpcId} has the hosted zone of ${hostName} by now, "${resource.name}", and AWS gives no private DNS to a ` +
                    `name with a zone in the VPC; ${too}; take it away in one update with privateDnsEnabled: false, and ` +
                    `switch private DNS on in the next: ${sayBetween(hosts, `${vpcId}`)}`,
            ),
        ),
    ];
}

/** What becomes of names while one endpoint has given them away and the next has not taken them. */
export function sayBetweenEndpoints(hosts: string[], vpcId: string): string {
    return (
        `${sayBetween(hosts, vpcId)}, for the minutes that a new endpoint takes; where all of this set is new, create it with ` +
        "privateDnsEnabled: false beside the other first, and these are seconds"
    );
}

function sayBetween(hosts: string[], vpcId: string): string {
    return `in between ${hosts.join(" and ")} lead to public addresses in VPC ${vpcId}`;
}

/** What the replacement of an endpoint takes away, and for how long. */
export function checkReplaced(switched: Switched): Problem[] {
    const { service, region, vpcId, urn, last } = switched;
    const before = findLastEndpoints(last).find(({ resource }) => resource.urn === urn);
    const names = findHostNames(service, region).join(" and ");
    if (before === undefined || vpcId === undefined) {
        return [];
    }
    if (before.vpcId !== vpcId) {
        const reason =
            `the endpoint of ${service} leaves VPC ${before.vpcId}, where ${names} lead to public addresses from then on, ` +
            "and nowhere while private DNS of a name above still hides them there, up to some minutes; " +
            `to move clients first, create a second EksEndpointSet in VPC ${vpcId}, and remove this one later`;
        return warning("vpcId", reason);
    }
    const reason =
        `the endpoint of ${service} is replaced, because its service was ${before.serviceName}; from when the old one ` +
        `goes until the new one is available, some minutes, ${names} lead to public addresses in VPC ${vpcId}`;
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
