import { familiesOf } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { findEndpoints, readIpAddressType } from "../../stack/eksEndpoints";
import { findUnserved } from "../../stack/unservedFamilies";
import { groupsOf, noteUnjudged } from "../../stack/securityGroups";

/** Whether somebody is admitted in each address family that an EKS endpoint serves. */
export const endpointIngressMatchesIpType = definePolicy({
    name: "endpoint-ingress-matches-ip-type",
    description:
        "Security groups of EKS endpoints admit somebody in every address family that the endpoint serves.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Add IPv4 or IPv6 ranges of the clients to the group, or set ipAddressType to the family they use.",
    judgeStack(stack, findings) {
        for (const endpoint of findEndpoints(stack, findings)) {
            const links = groupsOf(stack, endpoint);
            noteUnjudged(endpoint, links, findings);
            // Groups of which only the ID is known may admit anybody.
            if (links.resources.length > 0 && links.elsewhere.length === 0 && !links.unknown) {
                findings.attempt(endpoint.resource, () => {
                    const families = familiesOf(readIpAddressType(endpoint));
                    const problems = findUnserved(stack, links.resources, families, findings);
                    findings.reportAll(endpoint.resource, problems);
                });
            }
        }
    },
});
