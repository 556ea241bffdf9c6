import { countSubnets, findZoneOf, subnetsOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";

/** Whether an EKS endpoint outlives the loss of one availability zone. */
export const endpointMultiZone = definePolicy({
    name: "endpoint-multi-zone",
    description: "EKS endpoints are in two availability zones or more.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps: "Add a subnet in another availability zone to subnetIds of the endpoint.",
    judgeEndpointInStack(endpoint, stack, findings) {
        const { resource } = endpoint;
        const subnets = subnetsOf(stack, endpoint);
        const { count, unknown } = countSubnets(stack, endpoint);
        const zones = subnets.resources.map(findZoneOf);
        const alike = zones.length === count && new Set(zones).size === 1;
        if (unknown !== undefined && count < 2) {
            findings.addUnknown(resource, unknown);
        } else if (count < 2) {
            const where = count === 0 ? "no subnet" : "one subnet";
            findings.report(resource, {
                path: "subnetIds",
                reason: `has ${where}, so clients lose the endpoint with one availability zone; add a subnet in another zone`,
            });
        } else if (alike && zones[0] !== undefined) {
            findings.report(resource, {
                path: "subnetIds",
                reason: `has ${count} subnets, all in ${zones[0]}; take one subnet in each of two zones or more`,
            });
        }
    },
});
