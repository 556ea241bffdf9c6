import type { Right, RightsOf } from "./right";
import { createdBy, onlyVpcs, ownedBy, VPC } from "./subjects";

const COMPONENT = "EksEndpointConsumer";
const OWN_VPC = "VPCId=<vpc-id>,VPCRegion=<region>";
const HUB_ZONES = "arn:aws:route53:::hostedzone/<zone-id>";

const checks: Right[] = [
    {
        sid: "CheckVpc",
        use: "optional",
        reason: "Ranges that the hub has to admit; without it a warning says what was not checked.",
        actions: ["ec2:DescribeVpcs"],
    },
    {
        sid: "CheckVpcDns",
        use: "optional",
        reason: "Hosted zones need both DNS attributes of the VPC.",
        actions: ["ec2:DescribeVpcAttribute"],
        resources: [VPC],
    },
    {
        sid: "CheckOrganization",
        use: "optional",
        reason: "Whether the hub's endpoint policies admit the account; without it a warning says that it was not checked.",
        actions: ["organizations:DescribeOrganization"],
    },
];

const findInTheWay: Right[] = [
    {
        sid: "FindInTheWay",
        use: "optional",
        reason: "A preview finds zones and endpoints for the same names that are in the way; without it a warning says that it could not, and AWS refuses them in the update.",
        actions: ["route53:ListHostedZones", "ec2:DescribeVpcEndpoints", "ec2:DescribePrefixLists"],
    },
    {
        sid: "ReadInTheWay",
        use: "optional",
        reason: "As `FindInTheWay`: which VPCs a zone of such a name has.",
        actions: [
            "route53:GetHostedZone",
            "route53:ListResourceRecordSets",
            "route53:ListTagsForResource",
        ],
        resources: ["arn:aws:route53:::hostedzone/*"],
    },
];

const hostedZones: Right[] = [
    ...findInTheWay,
    {
        sid: "ReadAssociations",
        use: "read",
        reason: "Which zones the VPC has.",
        actions: ["route53:ListHostedZonesByVPC"],
        conditions: onlyVpcs(OWN_VPC),
    },
    {
        sid: "SeeVpcs",
        use: "read",
        reason: "Route 53 takes a VPC only from a caller who can see it.",
        actions: ["ec2:DescribeVpcs"],
    },
    {
        sid: "AssociateZones",
        use: "write",
        reason: "The hub's zones, with this VPC only. What the hub shares later has other IDs: write `*` where it may.",
        actions: ["route53:AssociateVPCWithHostedZone", "route53:DisassociateVPCFromHostedZone"],
        resources: [HUB_ZONES],
        conditions: onlyVpcs(OWN_VPC),
    },
];

const ASSOCIATIONS = "arn:aws:route53profiles:<region>:<account>:profile-association/*";
const ONLY_VPC = { "ForAllValues:StringLike": { "route53profiles:ResourceIds": ["<vpc-id>"] } };

const profile: Right[] = [
    {
        sid: "FindLostResources",
        use: "optional",
        reason: "What an interrupted update has left behind is found by its tag; without it nothing is said of it.",
        actions: ["tag:GetResources"],
    },
    {
        sid: "ReadAssociation",
        use: "read",
        reason: "Route 53 Profiles judge these on no resource.",
        actions: ["route53profiles:GetProfileAssociation", "route53profiles:ListTagsForResource"],
    },
    {
        sid: "AssociateProfile",
        use: "write",
        reason: "A profile, with this VPC only; the association has to carry the consumer's tag.",
        actions: ["route53profiles:AssociateProfile"],
        conditions: { ...ONLY_VPC, ...createdBy(COMPONENT) },
    },
    {
        sid: "DisassociateProfile",
        use: "write",
        reason: "A profile, from this VPC only.",
        actions: ["route53profiles:DisassociateProfile"],
        conditions: ONLY_VPC,
    },
    {
        sid: "TagNewAssociation",
        use: "write",
        reason: "Tags that go with the creation need the right to tag (unverified for profiles).",
        actions: ["route53profiles:TagResource"],
        resources: [ASSOCIATIONS],
        conditions: createdBy(COMPONENT),
    },
    {
        sid: "ChangeAssociationTags",
        use: "write",
        reason: "Tags of the consumer's own association.",
        actions: ["route53profiles:TagResource", "route53profiles:UntagResource"],
        resources: [ASSOCIATIONS],
        conditions: ownedBy(COMPONENT),
    },
    {
        sid: "SeeVpcs",
        use: "write",
        reason: "Whoever associates a VPC has to be able to see it.",
        actions: ["ec2:DescribeVpcs"],
    },
];

/** Rights of a consumer, by the method of the share. */
export const consumerRights: RightsOf[] = [
    { component: COMPONENT, when: "Checks", rights: checks },
    { component: COMPONENT, when: "With `method: hostedZones` (the default)", rights: hostedZones },
    { component: COMPONENT, when: "With `method: profile`", rights: profile },
];
