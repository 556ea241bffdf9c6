import { findWorldProblems } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { findEndpoints } from "../../stack/eksEndpoints";
import { readRules } from "../../stack/groupRules";
import { expandPrefixLists } from "../../stack/prefixLists";
import { findInRules } from "../../stack/ruleProblems";
import { groupsOf, noteUnjudged } from "../../stack/securityGroups";

/** Whether the whole internet can reach an EKS endpoint, as far as its security groups go. */
export const endpointIngressNoWorld = definePolicy({
    name: "endpoint-ingress-no-world",
    description: "Security groups of EKS endpoints do not admit the whole internet.",
    severity: "critical",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Admit the ranges of the VPC and of the networks connected to it instead of 0.0.0.0/0 or ::/0.",
    judgeStack(stack, findings) {
        for (const endpoint of findEndpoints(stack, findings)) {
            const links = groupsOf(stack, endpoint);
            noteUnjudged(endpoint, links, findings);
            // An endpoint admits what any of its groups admits, so halves of the world may stand in two of them.
            const written = links.resources.flatMap((group) =>
                readRules(stack, group, "ingress", findings),
            );
            const rules = expandPrefixLists(stack, written, "ingress", findings);
            for (const { source, unknown } of rules) {
                findings.addUnknown(source, ...unknown.ranges);
            }
            for (const { source, problem } of findInRules(rules, findWorldProblems)) {
                findings.report(source, problem);
            }
        }
    },
});
