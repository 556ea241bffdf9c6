import { checkSubnetAddress, findAddressing, findSubnetProblem } from "eks-privatelink/domain";

import { readIpAddressType } from "../../eks/endpoints";
import { findStraySubnets, findTwin, readFixedAddresses } from "../../eks/fixedAddresses";
import { readSubnetFamilies, subnetsOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import type { Stack } from "../../stack/stack";
import { describeResource, type StackResource } from "../../stack/stackResource";

/** Whether the subnets of an EKS endpoint have the address families that it serves, and the addresses that are chosen for it. */
export const subnetsMatchIpType = definePolicy({
    name: "subnets-match-ip-type",
    description:
        "Subnets of EKS endpoints have the address families of the endpoint's IP type, and the addresses that are chosen for it.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Choose subnets with the missing range, give these ones the range, or change ipAddressType of the endpoint; choose free addresses of the subnets in subnetIds.",
    judgeEndpointInStack(endpoint, stack, findings) {
        const { resource } = endpoint;
        const subnets = subnetsOf(stack, endpoint);
        findings.addMissing(resource, "is in subnet", subnets);
        judgeFixed(stack, resource, findings);
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

function judgeFixed(stack: Stack, resource: StackResource, findings: Findings): void {
    for (const subnet of findStraySubnets(stack, resource)) {
        const reason = `names ${subnet}, which is not in subnetIds, so AWS refuses it; name it there too, or take it out here`;
        findings.report(resource, { path: "subnetConfigurations", reason });
    }
    for (const fixed of readFixedAddresses(stack, resource, findings)) {
        const { path, family, address, ranges } = fixed;
        const problems = checkSubnetAddress(path, family, address, ranges);
        findings.reportAll(resource, problems);
        const twin = problems.length === 0 ? findTwin(stack, fixed) : undefined;
        if (twin !== undefined) {
            const has = `${twin.path} of ${describeResource(twin.endpoint)}`;
            const reason = `is "${address}", which ${has} takes in the same subnet; choose another address`;
            findings.report(resource, { path, reason });
        }
    }
}
