import {
    findAssociatedZones,
    isPublic,
    readOwnVpcs,
    readZoneVpc,
    type ZoneVpc,
} from "../../eks/sharing/associations";
import { findSecondProfiles } from "../../eks/sharing/secondProfiles";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import { findRegion } from "../../stack/places";
import { PROFILE_ASSOCIATION, PROFILE_RESOURCE_ASSOCIATION } from "../../stack/resourceTypes";
import { describeResource, type StackResource } from "../../stack/stackResource";
import { peekString } from "../../stack/values";

/** Whether AWS makes the associations that bring names of EKS to VPCs. */
export const zoneAssociationPossible = definePolicy({
    name: "zone-association-possible",
    description:
        "Hosted zones of EKS and profiles are associated with VPCs in a way that AWS takes.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Give the zone a VPC of its own account in vpcs, name the VPC's region in vpcRegion, and name profiles and VPCs by ID.",
    judgeStack(stack, findings) {
        for (const { zone, associations } of findAssociatedZones(stack, findings)) {
            const [first] = associations;
            if (first !== undefined && isPublic(zone)) {
                judgePublic(zone, first, findings);
            }
            for (const own of readOwnVpcs(stack, zone)) {
                judgeRegion(own, findings);
            }
            for (const association of associations) {
                judgeRegion(readZoneVpc(stack, association), findings);
            }
        }
        for (const association of stack.ofType(PROFILE_ASSOCIATION, PROFILE_RESOURCE_ASSOCIATION)) {
            judgeIds(association, findings);
        }
        for (const { association, earlier, vpc } of findSecondProfiles(stack)) {
            const reason =
                `is ${vpc}, which ${describeResource(earlier)} gives a profile already, and AWS refuses a second one at the ` +
                "same priority; put what both carry into one profile, and associate that once";
            findings.report(association, { path: "resourceId", reason });
        }
    },
});

function judgePublic(zone: StackResource, association: StackResource, findings: Findings): void {
    findings.report(zone, {
        path: "vpcs",
        reason:
            `names no VPC, so the zone is public for good and AWS refuses ${describeResource(association)}; name a VPC of ` +
            'the zone\'s account here, with ignoreChanges: ["vpcs"] for those that are associated later',
    });
}

function judgeRegion(
    { resource, path, vpc, vpcRegion, isRegionGiven }: ZoneVpc,
    findings: Findings,
): void {
    const [only, ...others] = vpc.resources;
    const region = only && findRegion(only);
    if (
        only === undefined ||
        region === undefined ||
        others.length > 0 ||
        (vpcRegion ?? region) === region
    ) {
        return;
    }
    const is = isRegionGiven
        ? `is "${vpcRegion}"`
        : `is left out, so the provider takes its own, ${vpcRegion}`;
    const reason = `${is}, but ${describeResource(only)} is in ${region}, where AWS then does not look; set it to "${region}"`;
    findings.report(resource, { path, reason });
}

function judgeIds(association: StackResource, findings: Findings): void {
    for (const path of ["profileId", "resourceId"]) {
        const given = peekString(association.given, path) ?? "";
        if (given.startsWith("arn:")) {
            const id = given.slice(given.lastIndexOf("/") + 1);
            const reason = `is the ARN "${given}", and AWS finds nothing by it; give the ID, "${id}"`;
            findings.report(association, { path, reason });
        }
    }
}
