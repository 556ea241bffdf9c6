import { checkRuleRoom, type RuleCount, RULES_PER_GROUP } from "eks-privatelink/domain";

import { findUsedGroups } from "../../eks/security-groups/groups";
import { linksToLists } from "../../eks/security-groups/prefixLists";
import { type Direction, readRules } from "../../eks/security-groups/rules";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peek } from "../../stack/unknownValues";
import { peekString, readNumber } from "../../stack/values";

const DIRECTIONS: Direction[] = ["ingress", "egress"];

/** Whether the security groups of an EKS endpoint have no more rules than AWS takes. */
export const endpointRulesWithinQuota = definePolicy<{ rulesPerGroup: number }>({
    name: "endpoint-rules-within-quota",
    description: "Security groups of EKS endpoints have no more rules than AWS takes.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Write fewer, wider ranges, or spread them over several groups of the endpoint. Where AWS has raised the quota, set rulesPerGroup.",
    config: {
        rulesPerGroup: {
            type: "integer",
            minimum: 1,
            description:
                "Rules that a group takes in one direction and family: the quota of the account.",
            default: RULES_PER_GROUP,
        },
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

/** What is certain of the rules of a group. What preview does not know is noted and adds nothing. */
function countRules(
    stack: Stack,
    group: StackResource,
    direction: Direction,
    findings: Findings,
): RuleCount {
    const count = { cidrBlocks: 0, ipv6CidrBlocks: 0, groups: 0 };
    // In preview, every inline rule of a group depends on the lists of all of them, so each list counts once.
    const lists = new Set<StackResource>();
    for (const groupRule of readRules(stack, group, direction, findings)) {
        const { source, rule, unknown } = groupRule;
        count.cidrBlocks += rule.cidrBlocks.length;
        count.ipv6CidrBlocks += rule.ipv6CidrBlocks.length;
        count.groups += rule.securityGroupIds.length + (rule.self ? 1 : 0);
        findings.addUnknown(source, ...unknown.ranges);
        linksToLists(stack, groupRule, direction).resources.forEach((list) => lists.add(list));
    }
    const prefixListEntries = { ipv4: 0, ipv6: 0 };
    for (const { given } of lists) {
        const family = peekString(given, "addressFamily") === "IPv6" ? "ipv6" : "ipv4";
        prefixListEntries[family] += peek(() => readNumber(given, "maxEntries")).value ?? 0;
    }
    return { ...count, prefixListEntries };
}
