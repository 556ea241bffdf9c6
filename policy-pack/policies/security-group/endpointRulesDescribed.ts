import { findUsedGroups } from "../../eks/security-groups/groups";
import { readRules } from "../../eks/security-groups/rules";
import { definePolicy } from "../../pack/definePolicy";

/** Whether every security-group rule of an EKS endpoint says what it is for. */
export const endpointRulesDescribed = definePolicy({
    name: "endpoint-rules-described",
    description: "Security-group rules of EKS endpoints have a description.",
    severity: "low",
    enforcementLevel: "advisory",
    remediationSteps: "Say in the rule's description who connects and why.",
    judgeStack(stack, findings) {
        for (const group of findUsedGroups(stack, findings)) {
            const rules = [
                ...readRules(stack, group, "ingress", findings),
                ...readRules(stack, group, "egress", findings),
            ];
            for (const { source, rule, unknown } of rules) {
                findings.addUnknown(source, unknown.description);
                if (rule.description === undefined && unknown.description === undefined) {
                    const reason = "has no description; say who connects and why";
                    findings.report(source, { path: rule.path, reason });
                }
            }
        }
    },
});
