import { findPointingTo, follow, joinLinks, type Links } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import {
    DEFAULT_SECURITY_GROUP,
    SECURITY_GROUP_ASSOCIATION,
    SECURITY_GROUP_VPC_ASSOCIATION,
    SECURITY_GROUPS,
    VPC_ENDPOINT,
    VPCS,
} from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import { describeResource, type StackResource } from "../../stack/stackResource";
import { type EksEndpoint, findEndpoints } from "../endpoints";
import { vpcOf } from "../network";

/** The associations of groups with an endpoint that are resources of their own. */
export function findAssociations(stack: Stack, { resource }: EksEndpoint): StackResource[] {
    return findPointingTo(stack, resource, {
        from: [SECURITY_GROUP_ASSOCIATION],
        property: "vpcEndpointId",
        types: [VPC_ENDPOINT],
    });
}

/** The groups of an endpoint, wherever they are attached. Those that this stack does not show are noted. */
export function groupsOf(stack: Stack, endpoint: EksEndpoint, notes: Notes): Links {
    const options = { types: SECURITY_GROUPS };
    const groups = joinLinks([
        follow(stack, endpoint.resource, "securityGroupIds", options),
        ...findAssociations(stack, endpoint).map((association) =>
            follow(stack, association, "securityGroupId", options),
        ),
    ]);
    notes.addMissing(endpoint.resource, "has security group", groups);
    return groups;
}

/** The VPCs that a group can be used in: its own, and those that it is associated with. */
export function vpcsOfGroup(stack: Stack, group: StackResource): Links {
    const associations = findPointingTo(stack, group, {
        from: [SECURITY_GROUP_VPC_ASSOCIATION],
        property: "securityGroupId",
        types: SECURITY_GROUPS,
    });
    return joinLinks(
        [group, ...associations].map((each) => follow(stack, each, "vpcId", { types: VPCS })),
    );
}

/**
 * Whether the rules in a group are all that it has, so that an update of the group removes those that are resources. The
 * provider aws-native only changes what has changed in the group; what Terraform shows of a group does not tell.
 */
export function ownsItsRules({ form }: StackResource): boolean {
    return form === undefined;
}

/**
 * Whether a group without egress rules keeps the one that AWS gives to every group, which lets everything out. The aws
 * provider and Terraform's remove it. Source: the template reference of AWS::EC2::SecurityGroup, read 2026-11-26.
 */
export function keepsDefaultEgress({ form }: StackResource): boolean {
    return form?.token.startsWith("aws-native:") === true;
}

/** The default groups among these: those of this stack, and those that a VPC of this stack calls its default. */
export function findDefaultGroups(stack: Stack, { resources, elsewhere }: Links): string[] {
    return [
        ...resources
            .filter(({ type }) => type === DEFAULT_SECURITY_GROUP)
            .map((group) => describeResource(group)),
        ...elsewhere.filter((id) => stack.having(VPCS, "defaultSecurityGroupId", id).length > 0),
    ];
}

/**
 * The VPCs whose default group an endpoint most likely has: a group that preview does not know, and that comes from a VPC and from
 * no group. A VPC has no output but its default group that is one; preview shows where a value comes from, not which output it is.
 */
export function findLikelyDefaults(stack: Stack, endpoint: EksEndpoint): StackResource[] {
    const { resource } = endpoint;
    const property = "securityGroupIds";
    const { unknown } = follow(stack, resource, property, { types: SECURITY_GROUPS });
    const comesFrom = (vpc: StackResource): boolean =>
        stack
            .dependentsOf(vpc)
            .some((each) => each.resource === resource && each.property === property);
    return unknown === undefined ? [] : vpcOf(stack, endpoint).resources.filter(comesFrom);
}

/** Every group of this stack that an EKS endpoint uses, once. */
export function findUsedGroups(stack: Stack, notes: Notes): StackResource[] {
    const endpoints = findEndpoints(stack, notes);
    return [
        ...new Set(endpoints.flatMap((endpoint) => groupsOf(stack, endpoint, notes).resources)),
    ];
}
