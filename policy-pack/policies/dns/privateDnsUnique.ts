import { type Answer, readPrivateNames } from "../../eks/dns/privateNames";
import { findForwardingRules, type ForwardingRule } from "../../eks/dns/resolverRules";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import { sharedTargets } from "../../stack/links";
import { VPC_ENDPOINT } from "../../stack/resourceTypes";
import { describeResource, type StackResource } from "../../stack/stackResource";

/** Whether a host name of EKS has one answer in each VPC. */
export const privateDnsUnique = definePolicy({
    name: "private-dns-unique",
    description: "In each VPC one endpoint or hosted zone answers for a host name of EKS.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Set privateDnsEnabled to false on all but one of the endpoints, and take hosted zones out of VPCs whose endpoints have private DNS.",
    judgeStack(stack, findings) {
        const { answers, zones, unsure } = stack.once(readPrivateNames);
        findings.addUnknowns(unsure);
        for (const [i, later] of answers.entries()) {
            for (const earlier of answers.slice(0, i)) {
                judgePair(earlier, later, findings);
            }
        }
        for (const rule of stack.once(findForwardingRules)) {
            for (const answer of answers) {
                judgeRule(rule, answer, findings);
            }
        }
        for (const { resource, unknownName, places } of zones) {
            // A zone without a known name may have the name of whatever answers where it does.
            if (answers.some((answer) => sharedTargets(answer.places, places).size > 0)) {
                findings.addUnknown(resource, unknownName);
            }
        }
    },
});

function judgePair(earlier: Answer, later: Answer, findings: Findings): void {
    const names = later.hostNames.filter((name) => earlier.hostNames.includes(name));
    if (names.length === 0) {
        return;
    }
    const shared = [...sharedTargets(earlier.places, later.places).values()];
    if (shared.length === 0) {
        findings.addUnknown(later.source, later.places.unknown, earlier.places.unknown);
        return;
    }
    findings.report(
        later.source,
        `answers for ${names.join(" and ")} in ${shared.join(", ")}, as ${describeResource(earlier.source)} does; ` +
            `a name has one answer in a VPC, so AWS refuses or passes over the other: ${fixFor(earlier.source, later.source)}`,
    );
}

/** Advice only: the servers that a rule asks may lead the name to the endpoint as well. */
function judgeRule(rule: ForwardingRule, answer: Answer, findings: Findings): void {
    const shared = [...sharedTargets(rule.places, answer.places).values()];
    if (shared.length > 0 && answer.hostNames.includes(rule.domain)) {
        const reason =
            `forwards ${rule.domain} in ${shared.join(", ")}, and a rule wins over ${describeResource(answer.source)}, which ` +
            "answers for it there; take the rule out of the VPC, unless the servers that it asks lead to the endpoint";
        findings.report(rule.resource, { path: "domainName", reason }, "advisory");
    }
}

function fixFor(earlier: StackResource, later: StackResource): string {
    const endpoints = [earlier, later].filter(({ type }) => type === VPC_ENDPOINT).length;
    switch (endpoints) {
        case 2:
            return "set privateDnsEnabled of one of them to false";
        case 1:
            return "set privateDnsEnabled of the endpoint to false, or take the zone out of the VPC";
        default:
            return "keep one of the zones in the VPC";
    }
}
