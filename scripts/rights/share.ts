import { ANY_COMMERCIAL_REGION, findHostNames } from "../../sdk/domain/hostNames";
import { ALL_SERVICES } from "../../sdk/domain/services";
import type { Right, RightsOf } from "./right";
import { principals, profile } from "./sharedProfile";
import { CHANGES, onlyVpcs, ZONES } from "./subjects";

const COMPONENT = "EksEndpointShare";

const HUB_VPC = "VPCId=<vpc-id>,VPCRegion=<region>";
const CONSUMERS = "VPCId=<consumer-vpc-id>,VPCRegion=<consumer-region>";

const HOST_NAMES = [
    ...new Set(
        ALL_SERVICES.flatMap((service) => findHostNames(service, ANY_COMMERCIAL_REGION)).map(
            (hostName) => hostName.replace(ANY_COMMERCIAL_REGION, "<region>"),
        ),
    ),
];

const zones: Right[] = [
    {
        sid: "FindZones",
        use: "optional",
        reason: "A preview finds zones of the same names that are in the way; without it a warning says that it could not, and AWS refuses them in the update.",
        actions: ["route53:ListHostedZones"],
    },
    {
        sid: "ReadZones",
        use: "read",
        reason: "The IDs of the zones are not known before, and tags of zones are no condition in IAM.",
        actions: [
            "route53:GetHostedZone",
            "route53:ListResourceRecordSets",
            "route53:ListTagsForResource",
            "route53:ListVPCAssociationAuthorizations",
        ],
        resources: [ZONES],
    },
    {
        sid: "ReadZonesOfConsumers",
        use: "read",
        reason: "Which zones the VPCs of consumers in the hub's own account have.",
        actions: ["route53:ListHostedZonesByVPC"],
        conditions: onlyVpcs(CONSUMERS),
    },
    {
        sid: "SeeVpcs",
        use: "read",
        reason: "Route 53 takes a VPC only from a caller who can see it.",
        actions: ["ec2:DescribeVpcs"],
    },
    {
        sid: "CreateZones",
        use: "write",
        reason: "Private zones of the hub's VPC only.",
        actions: ["route53:CreateHostedZone"],
        conditions: onlyVpcs(HUB_VPC),
    },
    {
        sid: "ChangeZones",
        use: "write",
        reason: "Tags, comment and deletion of zones.",
        actions: [
            "route53:ChangeTagsForResource",
            "route53:UpdateHostedZoneComment",
            "route53:GetDNSSEC",
            "route53:DeleteHostedZone",
        ],
        resources: [ZONES],
    },
    {
        sid: "WriteRecords",
        use: "write",
        reason: "Addresses of the host names of EKS, and no other records.",
        actions: ["route53:ChangeResourceRecordSets"],
        resources: [ZONES],
        conditions: {
            "ForAllValues:StringEquals": {
                "route53:ChangeResourceRecordSetsRecordTypes": ["A", "AAAA"],
                "route53:ChangeResourceRecordSetsNormalizedRecordNames": HOST_NAMES,
            },
        },
    },
    {
        sid: "WaitForChanges",
        use: "write",
        reason: "The provider waits until all servers of Route 53 know of a change.",
        actions: ["route53:GetChange"],
        resources: [CHANGES],
    },
    {
        sid: "AdmitConsumers",
        use: "write",
        reason: "VPCs of other accounts are authorised, those of the hub's account are associated.",
        actions: [
            "route53:CreateVPCAssociationAuthorization",
            "route53:DeleteVPCAssociationAuthorization",
            "route53:AssociateVPCWithHostedZone",
            "route53:DisassociateVPCFromHostedZone",
        ],
        resources: [ZONES],
        conditions: onlyVpcs(CONSUMERS),
    },
];

/** Rights of a share, and those that depend on its method. */
export const shareRights: RightsOf[] = [
    { component: COMPONENT, when: "Zones and consumers", rights: zones },
    { component: COMPONENT, when: "With `method: profile`, as well", rights: profile },
    { component: COMPONENT, when: "With `principals`, as well", rights: principals },
];
