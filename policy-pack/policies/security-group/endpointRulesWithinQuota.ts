import {
    checkGroupRoom,
    checkRuleRoom,
    GROUPS_PER_INTERFACE,
    RULES_PER_GROUP,
} from "eks-privatelink/domain";

import { mayBeInterface } from "../../eks/endpoints";
import { findUsedGroups } from "../../eks/security-groups/groups";
import { countGroups, countRules } from "../../eks/security-groups/room";
import type { Direction } from "../../eks/security-groups/rules";
import { definePolicy } from "../../pack/definePolicy";

const DIRECTIONS: Direction[] = ["ingress", "egress"];

/** What an account may raise. */
interface Quotas {
    rulesPerGroup: number;
    groupsPerInterface: number;
}

/** Whether an EKS endpoint has no more security groups, and these no more rules, than AWS takes. */
export const endpointRulesWithinQuota = definePolicy<Quotas>({
    name: "endpoint-rules-within-quota",
    description:
        "EKS endpoints have no more security groups, and these no more rules, than AWS takes.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Write fewer, wider ranges, or spread them over several groups of the endpoint. Where AWS has raised a quota, set " +
        "rulesPerGroup or groupsPerInterface.",
    config: {
        rulesPerGroup: {
            type: "integer",
            minimum: 1,
            description:
                "Rules that a group takes in one direction and family: the quota of the account.",
            default: RULES_PER_GROUP,
        },
        groupsPerInterface: {
            type: "integer",
            minimum: 1,
            description: "Groups that a network interface takes: the quota of the account.",
            default: GROUPS_PER_INTERFACE,
        },
    },
    judgeEndpointInStack(endpoint, stack, findings, { groupsPerInterface }) {
        const groups = mayBeInterface(endpoint) ? countGroups(stack, endpoint) : 0;
        const problems = checkGroupRoom("securityGroupIds", groups, groupsPerInterface);
        findings.reportAll(endpoint.resource, problems);
    },
    judgeStack(stack, findings, { rulesPerGroup }) {
        for (const group of findUsedGroups(stack, findings)) {
            for (const direction of DIRECTIONS) {
                const count = countRules(stack, group, direction, findings);
                findings.reportAll(group, checkRuleRoom(direction, count, rulesPerGroup));
            }
        }
    },
});
