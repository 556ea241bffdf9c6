import {
    findAssociatedZones,
    isPublic,
    readOwnVpcs,
    readZoneVpc,
    type ZoneVpc,
} from "../../eks/sharing/associations";
import { findProfileTwins, type ProfileTwin } from "../../eks/sharing/profileTwins";
import { findRepeatedVpcs, type RepeatedVpc } from "../../eks/sharing/repeatedVpcs";
import { findSecondProfiles } from "../../eks/sharing/secondProfiles";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import { findRegion } from "../../stack/places";
import { PROFILE_ASSOCIATION, PROFILE_RESOURCE_ASSOCIATION } from "../../stack/resourceTypes";
import { describeResource, type StackResource } from "../../stack/stackResource";
import { peekString } from "../../stack/values";

/** Whether AWS makes the associations that bring names of EKS to VPCs and into profiles. */
export const zoneAssociationPossible = definePolicy({
    name: "zone-association-possible",
    description:
        "Hosted zones of EKS, profiles and VPCs are associated with each other in a way that AWS takes.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Give the zone a VPC of its own account in vpcs, name the VPC's region in vpcRegion, name profiles and VPCs by ID, and associate each pair once.",
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
            for (const repeated of findRepeatedVpcs(stack, zone, associations)) {
                judgeRepeated(zone, repeated, findings);
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
        for (const twin of findProfileTwins(stack)) {
            judgeTwin(twin, findings);
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

function judgeRepeated(
    zone: StackResource,
    { association, earlier, vpc }: RepeatedVpc,
    findings: Findings,
): void {
    const [has, remedy] =
        earlier === zone
            ? ["names in vpcs", "remove this association"]
            : [`gets by ${describeResource(earlier)}`, "remove one of the two associations"];
    const reason = `is ${vpc}, which ${describeResource(zone)} ${has} already, and AWS refuses it a second time; ${remedy}`;
    findings.report(association, { path: "vpcId", reason });
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

function judgeTwin(
    { association, earlier, profile, carried, zoneName }: ProfileTwin,
    findings: Findings,
): void {
    const other = describeResource(earlier);
    const reason =
        zoneName === undefined
            ? `is ${carried}, which ${other} puts into ${profile} already, and AWS refuses it a second time; ` +
              "remove one of the two associations"
            : `is ${carried}, but ${other} puts another zone for ${zoneName} into ${profile}, and AWS takes one zone of a ` +
              "name in a profile; keep one of the zones there";
    findings.report(association, { path: "resourceArn", reason });
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
