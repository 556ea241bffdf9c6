import { checkAdmittedFamilies, familiesOf } from "eks-privatelink/domain";

import { readIpAddressType } from "../../eks/endpoints";
import { groupsOf } from "../../eks/security-groups/groups";
import { readIngress } from "../../eks/security-groups/prefixLists";
import { definePolicy } from "../../pack/definePolicy";
import { Notes } from "../../stack/notes";
import type { StackResource } from "../../stack/stackResource";

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
        // Groups of which only the ID is known may admit anybody.
        if (groups.resources.length === 0 || groups.elsewhere.length > 0 || groups.unknown) {
            return;
        }
        const unsure = new Notes();
        const rules = readIngress(stack, groups.resources, unsure);
        for (const { source, unknown } of rules) {
            unsure.addUnknown(source, unknown.ports, ...unknown.ranges);
        }
        const problems = checkAdmittedFamilies(
            rules.map(({ rule }) => rule),
            familiesOf(readIpAddressType(endpoint)),
        );
        // Whom preview does not know yet may be of the family that nobody is of.
        if (problems.length > 0 && unsure.unknowns.size > 0) {
            findings.addUnknowns(unsure.unknowns);
        } else {
            const whose = nameGroups(groups.resources);
            findings.reportAll(
                endpoint.resource,
                problems.map((each) => ({ ...each, reason: `${whose} ${each.reason}` })),
            );
        }
    },
});

/** The groups as what has to be changed, although the finding stands on the endpoint that nobody reaches. */
function nameGroups(groups: StackResource[]): string {
    const names = groups.map(({ name }) => JSON.stringify(name)).join(", ");
    return groups.length === 1
        ? `its security group ${names}`
        : `none of its security groups (${names})`;
}
