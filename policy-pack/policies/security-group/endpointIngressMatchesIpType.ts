import { familiesOf, findFamilyProblems } from "eks-privatelink/domain";

import { readIpAddressType } from "../../eks/endpoints";
import { groupsOf } from "../../eks/security-groups/groups";
import { readIngress } from "../../eks/security-groups/prefixLists";
import { definePolicy } from "../../pack/definePolicy";
import { Notes } from "../../stack/notes";

/** Whether somebody is admitted in each address family that an EKS endpoint serves. */
export const endpointIngressMatchesIpType = definePolicy({
    name: "endpoint-ingress-matches-ip-type",
    description:
        "Security groups of EKS endpoints admit somebody in every address family that the endpoint serves.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Add IPv4 or IPv6 ranges of the clients to the group, or set ipAddressType to the family they use.",
    judgeEndpointInStack(endpoint, stack, findings) {
        const groups = groupsOf(stack, endpoint, findings);
        const [group] = groups.resources;
        // Groups of which only the ID is known may admit anybody.
        if (group === undefined || groups.elsewhere.length > 0 || groups.unknown) {
            return;
        }
        const unsure = new Notes();
        const rules = readIngress(stack, groups.resources, unsure);
        for (const { source, unknown } of rules) {
            unsure.addUnknown(source, unknown.ports, ...unknown.ranges);
        }
        const problems = findFamilyProblems(
            rules.map(({ rule }) => rule),
            familiesOf(readIpAddressType(endpoint)),
        );
        // Whom preview does not know yet may be of the family that nobody is of.
        if (problems.length > 0 && unsure.unknowns.size > 0) {
            findings.addUnknowns(unsure.unknowns);
        } else {
            // The group is what has to be changed; endpoints that share it make no further findings.
            findings.reportAll(group, problems);
        }
    },
});
