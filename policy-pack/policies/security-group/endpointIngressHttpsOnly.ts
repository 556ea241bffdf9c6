import { checkAdmittedPorts } from "eks-privatelink/domain";

import { findUsedGroups } from "../../eks/security-groups/groups";
import { readRules } from "../../eks/security-groups/rules";
import { definePolicy } from "../../pack/definePolicy";
import { describeSharedGroup, judgeRules } from "../shared/rules";

/** Whether an EKS endpoint can be reached on anything but TCP 443. */
export const endpointIngressHttpsOnly = definePolicy({
    name: "endpoint-ingress-https-only",
    description: "Security groups of EKS endpoints admit TCP 443 and nothing else.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Give every ingress rule of the group the protocol tcp, and 443 as its first and last port; where the group serves " +
        "something else as well, give the endpoint a group of its own.",
    judgeStack(stack, findings) {
        for (const group of findUsedGroups(stack, findings)) {
            const rules = readRules(stack, group, "ingress", findings);
            for (const { source, unknown } of rules) {
                findings.addUnknown(source, unknown.ports);
            }
            const known = rules.filter(({ unknown }) => unknown.ports === undefined);
            judgeRules(known, findings, (each) =>
                checkAdmittedPorts(each, describeSharedGroup(stack, group)),
            );
        }
    },
});
