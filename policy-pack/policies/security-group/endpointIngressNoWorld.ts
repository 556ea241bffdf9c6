import { checkAdmitsNoWorld } from "eks-privatelink/domain";

import { groupsOf } from "../../eks/security-groups/groups";
import { readIngress } from "../../eks/security-groups/prefixLists";
import { definePolicy } from "../../pack/definePolicy";
import { judgeRules } from "../shared/rules";

/** Whether the whole internet can reach an EKS endpoint, as far as its security groups go. */
export const endpointIngressNoWorld = definePolicy({
    name: "endpoint-ingress-no-world",
    description: "Security groups of EKS endpoints do not admit the whole internet.",
    severity: "critical",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Admit the ranges of the VPC and of the networks connected to it instead of 0.0.0.0/0 or ::/0.",
    judgeEndpointInStack(endpoint, stack, findings) {
        // An endpoint admits what any of its groups admits, so halves of the world may stand in two of them.
        const { resources } = groupsOf(stack, endpoint, findings);
        const rules = readIngress(stack, resources, findings);
        for (const { source, unknown } of rules) {
            findings.addUnknown(source, ...unknown.ranges);
        }
        judgeRules(rules, findings, checkAdmitsNoWorld);
    },
});
