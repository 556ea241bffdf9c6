import { findAddressing, findSubnetProblem } from "eks-privatelink/domain";

import { readIpAddressType } from "../../eks/endpoints";
import { readSubnetFamilies, subnetsOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";

/** Whether the subnets of an EKS endpoint have the address families that it serves. */
export const subnetsMatchIpType = definePolicy({
    name: "subnets-match-ip-type",
    description: "Subnets of EKS endpoints have the address families of the endpoint's IP type.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Choose subnets with the missing range, give these ones the range, or change ipAddressType of the endpoint.",
    judgeEndpointInStack(endpoint, stack, findings) {
        const { resource } = endpoint;
        const subnets = subnetsOf(stack, endpoint);
        findings.addMissing(resource, "is in subnet", subnets);
        const addressing = findAddressing(readIpAddressType(endpoint));
        if (addressing === undefined) {
            return;
        }
        for (const subnet of subnets.resources) {
            const problem = findings.attempt(subnet, () =>
                findSubnetProblem(readSubnetFamilies(stack, subnet), addressing.ipAddressType),
            );
            if (problem !== undefined) {
                findings.report(resource, problem);
            }
        }
    },
});
