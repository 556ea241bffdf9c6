import { createUrn, runtime } from "@pulumi/pulumi";

import { whenKnown } from "../checks/sdkInternals";
import { adoptCommand, type Stray } from "../component/adoption";
import { OWN_TAG } from "../component/ownTag";
import type { ChildScope } from "../component/scope";
import { type Problem, warning } from "../domain/problem";
import { type HostedZoneInfo, lookHostedZone } from "../lookups/hostedZone";
import type { Answer } from "../lookups/lookup";
import { knows, type LastState } from "../lookups/ownStack";
import { lookTagged, lookTaggedRoles } from "../lookups/tagged";

// What an update makes and cannot tell the engine of, because it is cut off or killed, is in AWS and in no state.

/** A child of a component, by its type and name. */
export interface Child {
    type: string;
    child: string;
}

/** A child that carries the component's tag. */
export interface TaggedChild extends Child {
    /** What it is called in a message. */
    what: string;
}

/** How the ARN of a type says the ID by which it is imported. */
export const ID_IN_ARN: { [type: string]: RegExp } = {
    "aws:ec2/securityGroup:SecurityGroup": /:security-group\/(sg-.+)$/,
    "aws:ec2/flowLog:FlowLog": /:vpc-flow-log\/(fl-.+)$/,
    "aws:cloudwatch/logGroup:LogGroup": /:log-group:([^:]+)/,
    "aws:s3/bucket:Bucket": /^arn:[^:]+:s3:::(.+)$/,
    "aws:route53/profilesProfile:ProfilesProfile": /:profile\/(rp-.+)$/,
    "aws:route53/profilesAssociation:ProfilesAssociation": /:profile-association\/(.+)$/,
    "aws:ram/resourceShare:ResourceShare": /^(arn:.+:resource-share\/.+)$/,
    "aws:route53/resolverEndpoint:ResolverEndpoint": /:resolver-endpoint\/(.+)$/,
};

/** What is replaced by a new one, beside the old one that the state has until then, and what deletes it. */
const REPLACED: { [type: string]: (id: string) => string } = {
    "aws:ec2/flowLog:FlowLog": (id) => `aws ec2 delete-flow-logs --flow-log-ids ${id}`,
    "aws:route53/resolverEndpoint:ResolverEndpoint": (id) =>
        `aws route53resolver delete-resolver-endpoint --resolver-endpoint-id ${id}`,
};

/** The tagging API says nothing of roles. */
const ROLE = "aws:iam/role:Role";

/** Whether the last state has a child. */
export async function hasChild(
    last: LastState,
    { type, child }: Child,
    { parent }: ChildScope,
): Promise<boolean> {
    const urn = await whenKnown(createUrn(child, type, parent));
    return urn !== undefined && urn in last;
}

/** What to do about a question for endpoints whose answer is not clear: AWS does not say which of several has private DNS. */
export const UNCLEAR_ENDPOINTS =
    "allow the deployer to describe endpoints, or make sure that none in the VPC has private DNS for these services";

/** The same of zones. */
export const UNCLEAR_ZONES =
    "allow the deployer to find hosted zones, or make sure that the VPC has no other zone of these names";

/** Asks for the private zone of a name that a VPC has and the stack does not know. */
export async function lookStrayZone(
    hostName: string,
    vpcId: string,
    last: LastState,
    scope: ChildScope,
): Promise<Answer<HostedZoneInfo>> {
    const answer = await lookHostedZone(hostName, vpcId, scope);
    return answer.kind === "found" && knows(last, answer.found.zoneId)
        ? { kind: "absent", reason: "the zone is the stack's own" }
        : answer;
}

/**
 * Warns in a preview of children that an earlier update has made and lost. Only where the last state has the component and not
 * them: then an update has not come to its end.
 */
export async function checkLostChildren(
    children: TaggedChild[],
    last: LastState,
    scope: ChildScope,
): Promise<Problem[]> {
    const urn = await whenKnown(scope.parent.urn);
    if (!runtime.isDryRun() || urn === undefined || !(urn in last)) {
        return [];
    }
    const isThere = await Promise.all(children.map((each) => hasChild(last, each, scope)));
    const missing = children.filter(({ type }, i) => !isThere[i] || type in REPLACED);
    const standing = children.filter((_, i) => isThere[i]).map(({ child }) => child);
    const found = await lookStrays(missing, scope);
    const strays = found.filter(({ id }) => !knows(last, id));
    return Promise.all(
        strays.map(async (stray) => {
            const remedy = standing.includes(stray.child)
                ? `Delete it:\n    ${REPLACED[stray.type]?.(stray.id) ?? ""}`
                : `Adopt it, or delete it:${await adoptCommand([stray], scope, last)}`;
            const reason =
                `AWS has ${stray.what} ${stray.id}, which this stack made earlier and does not have in its state; the next ` +
                `one would make another. ${remedy}`;
            return warning("", reason);
        }),
    ).then((lists) => lists.flat());
}

async function lookStrays(
    missing: TaggedChild[],
    scope: ChildScope,
): Promise<(Stray & { what: string })[]> {
    const tag = { key: OWN_TAG, value: scope.owner };
    const roles = missing.filter(({ type }) => type === ROLE);
    const others = missing.filter(({ type }) => type in ID_IN_ARN);
    const place = await whenKnown(scope.place);
    const arns =
        others.length === 0 || place?.passed !== true
            ? undefined
            : await lookTagged(tag, place.value, scope);
    const ofArns = (arns?.kind === "found" ? arns.found : []).flatMap((arn) =>
        others.flatMap((child) => {
            const id = ID_IN_ARN[child.type]?.exec(arn)?.[1];
            return id === undefined ? [] : [{ ...child, id }];
        }),
    );
    const ofRoles = await Promise.all(
        roles.map(async (child) => {
            const names = await lookTaggedRoles(`^${escaped(child.child)}-`, tag, scope);
            return names.kind === "found" ? names.found.map((id) => ({ ...child, id })) : [];
        }),
    );
    return [...ofArns, ...ofRoles.flat()];
}

function escaped(name: string): string {
    return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
