import type { Right, RightsOf } from "./right";
import { securityGroupRights } from "./securityGroup";
import { createdBy, ownedBy, VPC } from "./subjects";

const COMPONENT = "EksInboundDns";
const ENDPOINTS = "arn:aws:route53resolver:<region>:<account>:resolver-endpoint/*";

const rights: Right[] = [
    {
        sid: "CheckVpcDns",
        use: "optional",
        reason: "Zones need both DNS attributes of the VPC; without it a warning says that it was not checked.",
        actions: ["ec2:DescribeVpcAttribute"],
        resources: [VPC],
    },
    {
        sid: "ReadResolverEndpoint",
        use: "read",
        reason: "The component's own Resolver endpoint.",
        actions: [
            "route53resolver:GetResolverEndpoint",
            "route53resolver:ListResolverEndpointIpAddresses",
            "route53resolver:ListTagsForResource",
        ],
        resources: [ENDPOINTS],
        conditions: ownedBy(COMPONENT),
    },
    {
        sid: "CreateResolverEndpoint",
        use: "write",
        reason: "The Resolver endpoint has to carry the component's tag from the start.",
        actions: ["route53resolver:CreateResolverEndpoint", "route53resolver:TagResource"],
        resources: [ENDPOINTS],
        conditions: createdBy(COMPONENT),
    },
    {
        sid: "ChangeResolverEndpoint",
        use: "write",
        reason: "Addresses, family, tags and deletion of the component's own Resolver endpoint.",
        actions: [
            "route53resolver:UpdateResolverEndpoint",
            "route53resolver:AssociateResolverEndpointIpAddress",
            "route53resolver:DisassociateResolverEndpointIpAddress",
            "route53resolver:TagResource",
            "route53resolver:UntagResource",
            "route53resolver:DeleteResolverEndpoint",
        ],
        resources: [ENDPOINTS],
        conditions: ownedBy(COMPONENT),
    },
    {
        sid: "MakeNetworkInterfaces",
        use: "write",
        reason: "Resolver makes its network interfaces as the caller. These are what AWS's own policy for Resolver lists; that AWS judges them on less is unverified.",
        actions: [
            "ec2:DescribeVpcs",
            "ec2:DescribeSubnets",
            "ec2:DescribeAvailabilityZones",
            "ec2:CreateNetworkInterface",
            "ec2:CreateNetworkInterfacePermission",
            "ec2:ModifyNetworkInterfaceAttribute",
            "ec2:DeleteNetworkInterface",
        ],
    },
    ...securityGroupRights(COMPONENT),
];

/** Rights of inbound DNS. */
export const inboundDnsRights: RightsOf[] = [
    { component: COMPONENT, when: "Resolver endpoint and security group", rights },
];
