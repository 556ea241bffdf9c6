import { runtime } from "@pulumi/pulumi";

import { whenKnown } from "../../checks/sdkInternals";
import { adoptCommand } from "../../component/adoption";
import type { ChildScope } from "../../component/scope";
import { ShareMethod } from "../../connection/method";
import { childNames } from "../../connection/names";
import { findHosts, type Host } from "../../domain/hostNames";
import { type Problem, problem, warning } from "../../domain/problem";
import { type EksService, findServiceNames } from "../../domain/services";
import type { HostedZoneInfo } from "../../lookups/hostedZone";
import { type Answer, uncertainOnce } from "../../lookups/lookup";
import { knows, type LastState, lookLastState } from "../../lookups/ownStack";
import { lookVpcEndpoint, type VpcEndpointInfo } from "../../lookups/vpcEndpoint";
import {
    checkLostChildren,
    type Child,
    hasChild,
    lookStrayZone,
    UNCLEAR_ENDPOINTS,
    UNCLEAR_ZONES,
} from "../../verify/strays";
import type { Joining } from "./joining";

const ASSOCIATION = "aws:route53/zoneAssociation:ZoneAssociation";
const PROFILE_ASSOCIATION = "aws:route53/profilesAssociation:ProfilesAssociation";

/** What the VPC has for the shared names already, and what an earlier update may have made and lost. */
export async function checkStrays(joining: Joining, scope: ChildScope): Promise<Problem[]> {
    const { args, connection, vpcId } = joining;
    const last = await lookLastState();
    if (vpcId === undefined || last.kind !== "found") {
        return [];
    }
    if (args.method === ShareMethod.Profile) {
        const child = childNames.profileAssociation(scope.name);
        const what = "the profile association";
        return checkLostChildren([{ type: PROFILE_ASSOCIATION, child, what }], last.found, scope);
    }
    const hosts = findHosts(args.services, connection.region);
    const isThere = await Promise.all(
        hosts.map(({ key }) => hasChild(last.found, associationOf(key, scope), scope)),
    );
    const missing = hosts.filter((_, i) => !isThere[i]);
    const services = [...new Set(missing.map(({ service }) => service))];
    const [zones, endpoints] = await Promise.all([
        Promise.all(
            missing.map(({ hostName }) => lookStrayZone(hostName, vpcId, last.found, scope)),
        ),
        Promise.all(services.map((service) => lookEndpoint(service, vpcId, joining, scope))),
    ]);
    const ofHosts = await Promise.all(
        missing.map((host, i) => checkHost(host, zones[i], vpcId, joining, last.found, scope)),
    );
    return [
        ...ofHosts.flat(),
        ...services.flatMap((service, i) =>
            checkEndpoint(service, endpoints[i], vpcId, last.found),
        ),
        ...uncertainOnce("vpcId", zones, UNCLEAR_ZONES),
        ...uncertainOnce("vpcId", endpoints, UNCLEAR_ENDPOINTS),
    ];
}

function associationOf(key: string, { name }: ChildScope): Child {
    return { type: ASSOCIATION, child: childNames.association(name, key) };
}

async function checkHost(
    host: Host,
    zone: Answer<HostedZoneInfo> | undefined,
    vpcId: string,
    { connection }: Joining,
    last: LastState,
    scope: ChildScope,
): Promise<Problem[]> {
    const { key, hostName } = host;
    const zoneId = connection.hostedZoneIds[hostName];
    // The hub's own credentials are shown the shared zone, where the VPC has it by now.
    if (zone?.kind === "found" && zone.found.zoneId !== zoneId) {
        const reason =
            `VPC ${vpcId} has a hosted zone ${hostName} already, ${zone.found.zoneId}, which this stack does not know, and AWS ` +
            "allows one zone of a name in a VPC; take the VPC out of that zone";
        return problem("vpcId", reason);
    }
    if (zoneId === undefined || !(await wasAskedFor(host, last, scope))) {
        return [];
    }
    const stray = { ...associationOf(key, scope), id: `${zoneId}:${vpcId}` };
    const reason =
        `the last update did not finish the association with the zone of ${hostName}, and from here nobody can see whether AWS ` +
        "has made it; if this update fails with ConflictingDomainExists, adopt it:" +
        (await adoptCommand([stray], scope, last));
    return warning("vpcId", reason);
}

/** Whether the last update was to associate the name and did not note that it has. */
async function wasAskedFor(
    { service }: Host,
    last: LastState,
    { parent }: ChildScope,
): Promise<boolean> {
    const before = last[(await whenKnown(parent.urn)) ?? ""];
    const hostNames = before?.outputs?.hostNames as { [service: string]: unknown } | undefined;
    return (
        runtime.isDryRun() &&
        before !== undefined &&
        (hostNames === undefined || service in hostNames)
    );
}

async function lookEndpoint(
    service: EksService,
    vpcId: string,
    { args: { region }, connection }: Joining,
    scope: ChildScope,
): Promise<Answer<VpcEndpointInfo> | undefined> {
    const [serviceName] = findServiceNames(service, connection.region)?.names ?? [];
    return serviceName === undefined
        ? undefined
        : lookVpcEndpoint({ vpcId, serviceName, region }, scope);
}

function checkEndpoint(
    service: EksService,
    answer: Answer<VpcEndpointInfo> | undefined,
    vpcId: string,
    last: LastState,
): Problem[] {
    if (answer?.kind !== "found" || knows(last, answer.found.endpointId)) {
        return [];
    }
    const { endpointId, privateDnsEnabled } = answer.found;
    const reason =
        `VPC ${vpcId} has an endpoint for ${service} with private DNS of its own, ${endpointId}, and AWS allows one answer for a ` +
        `name in a VPC; turn its private DNS off or delete it (aws ec2 delete-vpc-endpoints --vpc-endpoint-ids ${endpointId})`;
    return privateDnsEnabled ? problem("vpcId", reason) : [];
}
