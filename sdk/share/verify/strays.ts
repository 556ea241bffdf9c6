import { createUrn, runtime } from "@pulumi/pulumi";

import { type Checked, derive, ifKnown, together } from "../../checks/checked";
import { conclude } from "../../checks/conclude";
import { whenKnown } from "../../checks/sdkInternals";
import { withoutSecrets } from "../../checks/secrets";
import { adoptCommand } from "../../component/adoption";
import { OWN_TAG } from "../../component/ownTag";
import type { ChildScope } from "../../component/scope";
import { ShareMethod } from "../../connection/method";
import { childNames } from "../../connection/names";
import type { Host } from "../../domain/hostNames";
import { joinPath, type Problem, problem, warning } from "../../domain/problem";
import { type HostedZoneInfo, lookHostedZone } from "../../lookups/hostedZone";
import { type Answer, uncertainOnce } from "../../lookups/lookup";
import { knows, type LastState, lookLastState } from "../../lookups/ownStack";
import {
    checkLostChildren,
    type Child,
    hasChild,
    lookStrayZone,
    type TaggedChild,
    UNCLEAR_ZONES,
} from "../../verify/strays";
import type { ResolvedArgs } from "../defaults";
import type { VerifiedConsumer } from "./consumers";
import type { ShareSite } from "./site";

const ZONE = "aws:route53/zone:Zone";
const PROFILE = "aws:route53/profilesProfile:ProfilesProfile";
const ENTRY = "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation";
const ASSOCIATION = "aws:route53/zoneAssociation:ZoneAssociation";

/** Passes when no VPC of the hub's account has a zone that the stack does not know and that is in the way, or lost. */
export function verifyStrays(
    args: ResolvedArgs,
    site: Checked<ShareSite>,
    vpcId: Checked<string>,
    consumers: Map<string, VerifiedConsumer>,
    scope: ChildScope,
): Checked<void> {
    const state = lookLastState();
    const own = [...consumers].filter(([, { accountId }]) => accountId === undefined);
    const ownVpcIds = together(...own.map(([, consumer]) => ifKnown(consumer.vpcId)));
    const known = together(site, vpcId, ownVpcIds);
    return derive(known, async ([{ hosts, isMocked }, hubVpcId, vpcIds]) => {
        const last = await state;
        if (last.kind !== "found" || isMocked === true) {
            return;
        }
        const zones = await Promise.all(
            hosts.map((host) => lookZone(host, hubVpcId, last.found, scope)),
        );
        const grants = own.flatMap(([name], i) =>
            hosts.map((host): Grant => {
                const child = childNames.consumer(scope.name, name, host.key);
                return {
                    host,
                    consumer: name,
                    vpcId: vpcIds[i],
                    child: { type: ASSOCIATION, child },
                };
            }),
        );
        const granted = await Promise.all(
            grants.map((grant) => lookGranted(grant, last.found, scope)),
        );
        const problems = await Promise.all([
            ...hosts.map((host, i) => checkZone(host, zones[i], hubVpcId, args, last.found, scope)),
            ...grants.map((grant, i) => checkAssociation(grant, granted[i], last.found, scope)),
            ...hosts.map((host) => checkEntry(host, args, last.found, scope)),
            checkLostChildren(taggedChildren(args, scope.name), last.found, scope),
        ]);
        const unclear = uncertainOnce("services", [...zones, ...granted], UNCLEAR_ZONES);
        const all = [...problems.flat(), ...unclear];
        await conclude(await withoutSecrets(all, [vpcId, ownVpcIds]));
    });
}

function zoneOf({ key }: Host, { name }: ChildScope): Child {
    return { type: ZONE, child: childNames.zone(name, key) };
}

async function lookZone(
    host: Host,
    vpcId: string,
    last: LastState,
    scope: ChildScope,
): Promise<Answer<HostedZoneInfo> | undefined> {
    return (await hasChild(last, zoneOf(host, scope), scope))
        ? undefined
        : lookStrayZone(host.hostName, vpcId, last, scope);
}

async function checkZone(
    host: Host,
    answer: Answer<HostedZoneInfo> | undefined,
    vpcId: string,
    { services }: ResolvedArgs,
    last: LastState,
    scope: ChildScope,
): Promise<Problem[]> {
    if (answer?.kind !== "found") {
        return [];
    }
    const { hostName, service } = host;
    const { zoneId, tags } = answer.found;
    const owner = tags[OWN_TAG];
    const isOthers = owner !== undefined && owner !== scope.owner;
    const start = `VPC ${vpcId} has a hosted zone ${hostName} already, ${zoneId}`;
    const rule = "and AWS allows one zone of a name in a VPC";
    const reason = isOthers
        ? `${start}, of ${owner}, ${rule}; take ${service} out of that one first: in between ${hostName} leads to ` +
          "public addresses there, and then nowhere for about a minute until the new zone has records"
        : `${start}, which an earlier update of this stack or somebody else made, ${rule}; delete it ` +
          `(aws route53 delete-hosted-zone --id ${zoneId}) or adopt it:` +
          (await adoptCommand([{ ...zoneOf(host, scope), id: zoneId }], scope, last));
    return problem(`services[${services.indexOf(service)}]`, reason);
}

/** A zone that the VPC of a consumer of the hub's account is to have. */
interface Grant {
    host: Host;
    consumer: string;
    /** Absent in a preview that does not know it yet. */
    vpcId: string | undefined;
    child: Child;
}

async function lookGranted(
    { host, vpcId, child }: Grant,
    last: LastState,
    scope: ChildScope,
): Promise<Answer<HostedZoneInfo> | undefined> {
    return vpcId === undefined || (await hasChild(last, child, scope))
        ? undefined
        : lookHostedZone(host.hostName, vpcId, scope);
}

async function checkAssociation(
    { host: { hostName }, consumer, vpcId, child }: Grant,
    answer: Answer<HostedZoneInfo> | undefined,
    last: LastState,
    scope: ChildScope,
): Promise<Problem[]> {
    if (answer?.kind !== "found") {
        return [];
    }
    const { zoneId } = answer.found;
    const isShared = knows(last, zoneId);
    const stray = { ...child, id: `${zoneId}:${vpcId}` };
    const start = `VPC ${vpcId} has the hosted zone ${hostName} already, ${zoneId}`;
    const reason = isShared
        ? `${start}, by an earlier update of this stack that did not finish; adopt the association:` +
          (await adoptCommand([stray], scope, last))
        : `${start}, which this stack does not know, and AWS allows one zone of a name in a VPC; take the VPC out of that zone`;
    return problem(joinPath(joinPath("consumers", consumer), "vpcId"), reason);
}

/** Whether an entry of the profile may be there, nobody can ask the provider. */
async function checkEntry(
    { key, hostName }: Host,
    { method }: ResolvedArgs,
    last: LastState,
    scope: ChildScope,
): Promise<Problem[]> {
    const child = { type: ENTRY, child: childNames.profileZone(scope.name, key) };
    const profile = await lastArn(last, PROFILE, childNames.profile(scope.name), scope);
    const zone = await lastArn(last, ZONE, childNames.zone(scope.name, key), scope);
    const isOpen =
        runtime.isDryRun() &&
        method === ShareMethod.Profile &&
        profile !== undefined &&
        zone !== undefined;
    if (!isOpen || (await hasChild(last, child, scope))) {
        return [];
    }
    const profileId = profile.split("/").at(-1) ?? "";
    const query = `"ProfileResourceAssociations[?ResourceArn=='${zone}'].Id"`;
    const id = `"$(aws route53profiles list-profile-resource-associations --profile-id ${profileId} --query ${query} --output text)"`;
    const reason =
        `the last update did not finish putting the zone of ${hostName} into the profile, and nobody can see from here whether AWS ` +
        "has done so; if this update fails with ResourceExistsException, adopt the entry:" +
        (await adoptCommand([{ ...child, id }], scope, last));
    return warning("method", reason);
}

/** ARN of a child in the last state. */
async function lastArn(
    last: LastState,
    type: string,
    child: string,
    { parent }: ChildScope,
): Promise<string | undefined> {
    const urn = (await whenKnown(createUrn(child, type, parent))) ?? "";
    const arn = last[urn]?.outputs?.arn;
    return typeof arn === "string" ? arn : undefined;
}

function taggedChildren({ method, principals }: ResolvedArgs, name: string): TaggedChild[] {
    const profile = {
        type: PROFILE,
        child: childNames.profile(name),
        what: "the profile",
    };
    const share = {
        type: "aws:ram/resourceShare:ResourceShare",
        child: childNames.profileShare(name),
        what: "the RAM share",
    };
    return method === ShareMethod.Profile
        ? [profile, ...(principals.length > 0 ? [share] : [])]
        : [];
}
