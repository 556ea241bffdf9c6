import { admitsEndpointPort } from "eks-privatelink/domain";

import { Notes } from "../../stack/notes";
import {
    ASSOCIATION_TYPES_OF_GROUPS,
    EGRESS_RULE,
    INGRESS_RULE,
    SECURITY_GROUP_RULE,
    SECURITY_GROUPS,
    VPC_ENDPOINT,
} from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import { describeResource, type StackResource } from "../../stack/stackResource";
import { peek } from "../../stack/unknownValues";
import { peekString } from "../../stack/values";
import { readEndpoint } from "../endpoints";
import { readRules } from "./rules";

/**
 * What a security group serves beside EKS endpoints, in words; undefined where nothing shows that it does. Whoever is
 * admitted somewhere as a member of the group is one of them, because an endpoint opens no connections.
 */
export function findOtherUse(stack: Stack, group: StackResource): string | undefined {
    const users = stack
        .dependentsOf(group)
        .filter(({ resource, property }) => isOtherUse(resource, property));
    // What has the group says more than a rule that admits its members.
    const isRule = ({ type }: StackResource): boolean =>
        type === SECURITY_GROUP_RULE || type === INGRESS_RULE;
    const user = users.find(({ resource }) => !isRule(resource)) ?? users[0];
    if (user !== undefined) {
        return `${describeResource(user.resource)} uses this group too`;
    }
    return lacksClients(stack, group)
        ? "this group lets connections out and admits nobody on TCP 443, so it is for something else"
        : undefined;
}

function lacksClients(stack: Stack, group: StackResource): boolean {
    const [ingress, egress] = (["ingress", "egress"] as const).map((direction) =>
        readRules(stack, group, direction, new Notes()),
    );
    return (
        egress?.length !== 0 &&
        ingress?.length !== 0 &&
        ingress?.every(({ rule, unknown }) => !unknown.ports && !admitsEndpointPort(rule)) === true
    );
}

function isOtherUse(resource: StackResource, property: string): boolean {
    switch (resource.type) {
        case VPC_ENDPOINT: {
            const read = peek(() => readEndpoint(resource));
            return read.unknown === undefined && read.value === undefined;
        }
        case SECURITY_GROUP_RULE:
            return (
                property === "sourceSecurityGroupId" &&
                peekString(resource.given, "type") === "ingress"
            );
        case INGRESS_RULE:
            return property === "referencedSecurityGroupId";
        case EGRESS_RULE:
            return false;
        default:
            return SECURITY_GROUPS.includes(resource.type)
                ? property === "ingress"
                : // A component hands the group on to resources that are in the stack themselves.
                  /^aws(-native)?:/.test(resource.type) &&
                      !ASSOCIATION_TYPES_OF_GROUPS.has(resource.type);
    }
}
