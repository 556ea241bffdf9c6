import { findUsedGroups, ownsItsRules } from "../../eks/security-groups/groups";
import { readRules } from "../../eks/security-groups/rules";
import { definePolicy } from "../../pack/definePolicy";
import { describeResource } from "../../stack/stackResource";

/** Whether the rules of a group are written in two forms that undo each other. */
export const endpointRulesInOnePlace = definePolicy({
    name: "endpoint-rules-in-one-place",
    description:
        "The rules of a security group of EKS endpoints stand in the group or in resources of their own, not in both.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Move the rules of the group into rule resources and leave the property out, or move all of them into the group.",
    judgeStack(stack, findings) {
        for (const group of findUsedGroups(stack, findings)) {
            // Without the program's inputs, what the group shows holds the rules of the resources as well.
            if (!ownsItsRules(group) || group.given === group.outputs) {
                continue;
            }
            for (const direction of ["ingress", "egress"] as const) {
                const rules = readRules(stack, group, direction, findings);
                const separate = rules.find(({ source }) => source !== group);
                if (separate !== undefined && rules.some(({ source }) => source === group)) {
                    const reason =
                        `has rules here, beside ${describeResource(separate.source)}; an update of the group removes ` +
                        "the rules that are resources, and the next one adds them again, so write all of them in one form";
                    findings.report(group, { path: direction, reason });
                }
            }
        }
    },
});
