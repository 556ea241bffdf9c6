import { findUsedGroups, keepsDefaultEgress } from "../../eks/security-groups/groups";
import { type GroupRule, readRules } from "../../eks/security-groups/rules";
import { definePolicy } from "../../pack/definePolicy";
import { readItems } from "../../stack/values";
import { describeSharedGroup } from "../shared/rules";

/** Ranges of which no address is anybody else's. */
const NOWHERE = ["127.0.0.1/32", "255.255.255.255/32", "::1/128"];

const WRITE_ONE = "write one rule for 127.0.0.1/32, with which AWS takes its own away";

/** Whether the security groups of an EKS endpoint have egress rules, which an endpoint never needs. */
export const endpointEgressEmpty = definePolicy({
    name: "endpoint-egress-empty",
    description: "Security groups of EKS endpoints have no egress rule.",
    severity: "low",
    enforcementLevel: "advisory",
    remediationSteps:
        "Remove the egress rules; a group without any lets answers through. With aws-native write one rule for 127.0.0.1/32 " +
        "instead, because AWS lets everything out of a group without any. Where the group serves something else as well, give the " +
        "endpoint a group of its own.",
    judgeStack(stack, findings) {
        for (const group of findUsedGroups(stack, findings)) {
            const rules = readRules(stack, group, "egress", findings);
            const isOpen = keepsDefaultEgress(group);
            const own = isOpen
                ? `so ${WRITE_ONE}, in place of this one`
                : "so remove this egress rule";
            for (const { source, rule } of rules.filter((each) => !leadsNowhere(each))) {
                const fix = describeSharedGroup(stack, group) ?? own;
                const reason = `an endpoint opens no connections, ${fix}`;
                findings.report(source, { path: rule.path, reason });
            }
            const { unknown } = readItems(group.given, "egress");
            const isUsed = describeSharedGroup(stack, group) !== undefined;
            if (isOpen && rules.length + unknown.length === 0 && !isUsed) {
                const reason = `has no rule, so AWS lets everything out, and an endpoint opens no connections; ${WRITE_ONE}`;
                findings.report(group, { path: "egress", reason });
            }
        }
    },
});

function leadsNowhere({ rule, unknown }: GroupRule): boolean {
    const ranges = [...rule.cidrBlocks, ...rule.ipv6CidrBlocks];
    const others = unknown.ranges.length + rule.prefixListIds.length + rule.securityGroupIds.length;
    return (
        ranges.length > 0 &&
        ranges.every((range) => NOWHERE.includes(range)) &&
        others === 0 &&
        !rule.self
    );
}
