import { findPortProblems } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { findEndpoints } from "../../stack/eksEndpoints";
import { readRules } from "../../stack/groupRules";
import { findInRules } from "../../stack/ruleProblems";
import { findUsedGroups } from "../../stack/securityGroups";

/** Whether an EKS endpoint can be reached on anything but TCP 443. */
export const endpointIngressHttpsOnly = definePolicy({
    name: "endpoint-ingress-https-only",
    description: "Security groups of EKS endpoints admit TCP 443 and nothing else.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Give every ingress rule of the group the protocol tcp, and 443 as its first and last port.",
    judgeStack(stack, findings) {
        for (const group of findUsedGroups(stack, findEndpoints(stack, findings), findings)) {
            const rules = readRules(stack, group, "ingress", findings);
            for (const { source, unknown } of rules) {
                findings.addUnknown(source, unknown.ports);
            }
            const known = rules.filter(({ unknown }) => unknown.ports === undefined);
            for (const { source, problem } of findInRules(known, findPortProblems)) {
                findings.report(source, problem);
            }
        }
    },
});
