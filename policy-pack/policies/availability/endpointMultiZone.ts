import { mayBeInterface } from "../../eks/endpoints";
import { countSubnets, findZoneOf, subnetsOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";
import { describeResource, type StackResource } from "../../stack/stackResource";

/** Whether an EKS endpoint outlives the loss of one availability zone, and has the one subnet a zone that AWS takes. */
export const endpointMultiZone = definePolicy({
    name: "endpoint-multi-zone",
    description: "EKS endpoints are in two availability zones or more, with one subnet in each.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Name one subnet in each of two availability zones or more in subnetIds of the endpoint.",
    judgeEndpointInStack(endpoint, stack, findings) {
        const { resource } = endpoint;
        if (!mayBeInterface(endpoint)) {
            return;
        }
        const subnets = subnetsOf(stack, endpoint);
        const { count, unknown } = countSubnets(stack, endpoint);
        const byZone = groupByZone(subnets.resources);
        const path = "subnetIds";
        if (unknown !== undefined && count < 2) {
            findings.addUnknown(resource, unknown);
        } else if (count < 2) {
            const where = count === 0 ? "no subnet" : "one subnet";
            findings.report(resource, {
                path,
                reason: `has ${where}, so clients lose the endpoint with one availability zone; add a subnet in another zone`,
            });
        }
        for (const [zone, alike] of [...byZone].filter(([, { length }]) => length > 1)) {
            if (alike.length === count) {
                const reason = `has ${count} subnets, all in ${zone}; take one subnet in each of two zones or more`;
                findings.report(resource, { path, reason });
            } else {
                const names = alike.map((subnet) => describeResource(subnet)).join(" and ");
                const reason = `has ${names} in ${zone}, and AWS takes one subnet of an endpoint a zone; keep one of them`;
                findings.report(resource, { path, reason });
            }
        }
    },
});

/** Subnets by the zone that is known of them. */
function groupByZone(subnets: StackResource[]): Map<string, StackResource[]> {
    const byZone = new Map<string, StackResource[]>();
    for (const subnet of subnets) {
        const zone = findZoneOf(subnet);
        if (zone !== undefined) {
            byZone.set(zone, [...(byZone.get(zone) ?? []), subnet]);
        }
    }
    return byZone;
}
