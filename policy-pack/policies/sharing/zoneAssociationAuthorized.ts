import { findPrivateZones } from "../../eks/dns/hostedZones";
import { findProfiles } from "../../eks/dns/profiles";
import { findAssociatedZones } from "../../eks/sharing/associations";
import { type Crossing, findCrossings, isAuthorized } from "../../eks/sharing/zoneAssociations";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import { isSameAccount, ownerOf } from "../../stack/accounts";
import { targetsOf } from "../../stack/links";
import { ASSOCIATION_AUTHORIZATION, ZONE } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import { describeResource, type StackResource } from "../../stack/stackResource";

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
            judge(stack, crossing, findings);
        }
        for (const { zone, associations } of findAssociatedZones(stack, findings)) {
            for (const authorization of associations) {
                judgeAuthorization(zone, authorization, findings);
            }
        }
    },
});

function judgeAuthorization(
    zone: StackResource,
    authorization: StackResource,
    findings: Findings,
): void {
    const [owner, maker] = [ownerOf(zone), ownerOf(authorization)];
    const isOther =
        owner !== undefined && maker !== undefined && isSameAccount(owner, maker) === false;
    if (authorization.type === ASSOCIATION_AUTHORIZATION && isOther) {
        const reason =
            `is ${describeResource(zone)} of account ${owner.accountId}, but this is made with the credentials of account ` +
            `${maker.accountId}; only the account of the zone can authorise a VPC, so give it that account's provider`;
        findings.report(authorization, { path: "zoneId", reason });
    }
}

function judge(stack: Stack, crossing: Crossing, findings: Findings): void {
    const { resource, vpcOwner, certain } = crossing;
    const across = describe(crossing);
    // Different credentials may still belong to one account, so they only earn advice.
    const report = (reason: string): void => {
        findings.report(resource, reason, certain ? undefined : "advisory");
    };
    const maker = ownerOf(resource);
    if (resource.type === ZONE) {
        report(
            `vpcs: brings together ${across} but a zone can name VPCs of its own account only; authorise the VPC with an ` +
                "aws.route53.VpcAssociationAuthorization and associate it with an aws.route53.ZoneAssociation of its own account",
        );
    } else if (!isAuthorized(stack, crossing, findings)) {
        report(
            `brings together ${across} but nothing authorises it; add an aws.route53.VpcAssociationAuthorization for the two ` +
                "with the zone's provider",
        );
    } else if (maker !== undefined && isSameAccount(maker, vpcOwner) === false) {
        report(
            `brings together ${across} with the credentials of account ${maker.accountId}; only the account of the VPC can ` +
                "associate it, so give it that account's provider",
        );
    }
}

function describe({ zone, vpc, zoneOwner, vpcOwner, certain }: Crossing): string {
    const vpcName = [...targetsOf(vpc).values()].join(", ");
    return certain
        ? `${vpcName} of account ${vpcOwner.accountId} and ${describeResource(zone)} of account ${zoneOwner.accountId}`
        : `${vpcName} and ${describeResource(zone)}, which are made with different credentials, so probably in two accounts,`;
}
