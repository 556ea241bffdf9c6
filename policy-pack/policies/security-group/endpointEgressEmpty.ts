import { findUsedGroups } from "../../eks/security-groups/groups";
import { readRules } from "../../eks/security-groups/rules";
import { definePolicy } from "../../pack/definePolicy";
import { describeSharedGroup } from "../shared/rules";

/** Whether the security groups of an EKS endpoint have egress rules, which an endpoint never needs. */
export const endpointEgressEmpty = definePolicy({
    name: "endpoint-egress-empty",
    description: "Security groups of EKS endpoints have no egress rule.",
    severity: "low",
    enforcementLevel: "advisory",
    remediationSteps:
        "Remove the egress rules; a group without any lets answers through. Where the group serves something else as well, give " +
        "the endpoint a group of its own.",
    judgeStack(stack, findings) {
        for (const group of findUsedGroups(stack, findings)) {
            for (const { source, rule } of readRules(stack, group, "egress", findings)) {
                const fix = describeSharedGroup(stack, group) ?? "so remove this egress rule";
                const reason = `an endpoint opens no connections, ${fix}`;
                findings.report(source, { path: rule.path, reason });
            }
        }
    },
});
