import type { ResourceCalls } from "../providerCalls";

/** Calls for zones, their records, and the VPCs that have them. */
export const route53: ResourceCalls[] = [
    {
        token: "aws:route53/zone:Zone",
        sources: [
            {
                file: "internal/service/route53/zone.go",
                commit: "036631a1dee59efb6d1986c0a19b373402bda29f",
            },
            { file: "internal/service/route53/zone.go" },
        ],
        create: [
            "route53:CreateHostedZone",
            "route53:GetChange",
            { call: "route53:ChangeTagsForResource", when: { given: "tags" } },
        ],
        read: [
            "route53:GetHostedZone",
            "route53:ListResourceRecordSets",
            "route53:ListTagsForResource",
        ],
        update: [
            { call: "route53:UpdateHostedZoneComment", when: { changed: "comment" } },
            { call: "route53:ChangeTagsForResource", when: "tagsRemoved" },
            { call: "route53:ChangeTagsForResource", when: "tagsAdded" },
            { call: "route53:AssociateVPCWithHostedZone", when: { grows: "vpcs" } },
            { call: "route53:DisassociateVPCFromHostedZone", when: { shrinks: "vpcs" } },
        ],
        // Records that are left are deleted by calls that those of a record are, too.
        delete: [
            { call: "route53:ListResourceRecordSets", when: { given: "forceDestroy" } },
            { call: "route53:GetDNSSEC", when: { given: "forceDestroy" } },
            "route53:DeleteHostedZone",
            "route53:GetChange",
        ],
    },
    {
        token: "aws:route53/record:Record",
        sources: [
            {
                file: "internal/service/route53/record.go",
                commit: "00655c1681ea1e49ab10cd32d3f8bee372b2095b",
            },
        ],
        create: ["route53:GetHostedZone", "route53:ChangeResourceRecordSets", "route53:GetChange"],
        read: ["route53:GetHostedZone", "route53:ListResourceRecordSets"],
        update: ["route53:GetHostedZone", "route53:ChangeResourceRecordSets", "route53:GetChange"],
        delete: [
            "route53:GetHostedZone",
            "route53:ListResourceRecordSets",
            "route53:ChangeResourceRecordSets",
            "route53:GetChange",
        ],
    },
    {
        token: "aws:route53/zoneAssociation:ZoneAssociation",
        sources: [
            {
                file: "internal/service/route53/zone_association.go",
                commit: "0620f2a6a126dfcbc4aecbc9a117b0fbea1656ff",
            },
            { file: "internal/service/route53/zone_association.go" },
        ],
        create: [
            "route53:AssociateVPCWithHostedZone",
            { call: "route53:GetChange", isDispensable: true },
        ],
        read: ["route53:ListHostedZonesByVPC"],
        update: [],
        delete: [
            "route53:DisassociateVPCFromHostedZone",
            { call: "route53:GetChange", isDispensable: true },
        ],
    },
    {
        token: "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization",
        sources: [
            {
                file: "internal/service/route53/vpc_association_authorization.go",
                commit: "1195108d85aa9709ebed20476fa61b6f7557e198",
            },
        ],
        create: ["route53:CreateVPCAssociationAuthorization"],
        read: ["route53:ListVPCAssociationAuthorizations"],
        update: [],
        delete: ["route53:DeleteVPCAssociationAuthorization"],
    },
];
