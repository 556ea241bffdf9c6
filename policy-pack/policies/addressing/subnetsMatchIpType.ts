import { findAddressing, findSubnetProblem } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { findEndpoints, readIpAddressType } from "../../stack/eksEndpoints";
import { readSubnetFamilies, subnetsOf } from "../../stack/networks";
import { describeResource } from "../../stack/stackResource";

/** Whether the subnets of an EKS endpoint have the address families that it serves. */
export const subnetsMatchIpType = definePolicy({
    name: "subnets-match-ip-type",
    description: "Subnets of EKS endpoints have the address families of the endpoint's IP type.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Choose subnets with the missing range, give these ones the range, or change ipAddressType of the endpoint.",
    judgeStack(stack, findings) {
        for (const endpoint of findEndpoints(stack, findings)) {
            const { resource } = endpoint;
            const { resources, elsewhere, unknown } = subnetsOf(stack, endpoint);
            findings.addUnknown(resource, unknown);
            for (const id of elsewhere) {
                findings.notApplicable.add(
                    `${describeResource(resource)} is in subnet ${id}, which is not in this stack`,
                );
            }
            findings.attempt(resource, () => {
                const addressing = findAddressing(readIpAddressType(endpoint));
                for (const subnet of resources) {
                    const problem = findings.attempt(subnet, () =>
                        addressing === undefined
                            ? undefined
                            : findSubnetProblem(
                                  readSubnetFamilies(subnet),
                                  addressing.ipAddressType,
                              ),
                    );
                    if (problem !== undefined) {
                        findings.report(resource, problem);
                    }
                }
            });
        }
    },
});
