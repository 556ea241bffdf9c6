import { definePolicy } from "../../definePolicy";
import { findPrivateZones } from "../../stack/hostedZones";
import { findProfiles } from "../../stack/profiles";
import { findCrossingProblem, findCrossings } from "../../stack/zoneAssociations";

/** Whether VPCs of other accounts are allowed to associate the hosted zones of EKS endpoints. */
export const zoneAssociationAuthorized = definePolicy({
    name: "zone-association-authorized",
    description:
        "VPCs of other accounts are associated with hosted zones of EKS only where the zone's account authorises it.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Add an aws.route53.VpcAssociationAuthorization in the zone's account, and associate the VPC from its own.",
    judgeStack(stack, findings) {
        const zones = findPrivateZones(stack, findProfiles(stack));
        for (const crossing of findCrossings(stack, zones, findings)) {
            const problem = findCrossingProblem(stack, crossing, findings);
            if (problem !== undefined) {
                // Different credentials may still belong to one account, so they only earn advice.
                const level = crossing.certain ? undefined : "advisory";
                findings.report(crossing.resource, problem, level);
            }
        }
    },
});
