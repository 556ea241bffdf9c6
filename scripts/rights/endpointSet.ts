import { ALL_SERVICES } from "../../sdk/domain/services";
import { toBucket, toLogGroup } from "./flowLog";
import type { Right, RightsOf } from "./right";
import { securityGroupRights } from "./securityGroup";
import { createdBy, ec2, GROUPS, onCreation, ownedBy, SUBNETS, VPC } from "./subjects";

const COMPONENT = "EksEndpointSet";
const ENDPOINTS = ec2("vpc-endpoint/*");

const endpoints: Right[] = [
    {
        sid: "LookAtVpc",
        use: "look",
        reason: "Without `ingress`, the ranges of the VPC are admitted. With `ingress` it is a check that only warns.",
        actions: ["ec2:DescribeVpcs"],
    },
    {
        sid: "LookAtVpcDns",
        use: "look",
        reason: "Private DNS needs both DNS attributes of the VPC.",
        actions: ["ec2:DescribeVpcAttribute"],
        resources: [VPC],
    },
    {
        sid: "CheckSubnetsAndServices",
        use: "optional",
        reason: "Zones and address families of the subnets, and what the region offers; without it a warning says what was not checked.",
        actions: ["ec2:DescribeSubnets", "ec2:DescribeVpcEndpointServices"],
    },
    {
        sid: "FindLostResources",
        use: "optional",
        reason: "What an interrupted update has left behind is found by its tag; without it nothing is said of it.",
        actions: ["tag:GetResources"],
    },
    {
        sid: "ReadEndpoints",
        use: "read",
        reason: "AWS shows endpoints, prefix lists and network interfaces all or none. A preview finds endpoints here that are in the way.",
        actions: [
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribePrefixLists",
            "ec2:DescribeNetworkInterfaces",
        ],
    },
    {
        sid: "CreateEndpointsInVpc",
        use: "write",
        reason: "Endpoints, in these subnets of this VPC only.",
        actions: ["ec2:CreateVpcEndpoint"],
        resources: [VPC, SUBNETS],
    },
    {
        sid: "CreateEndpointsWithGroup",
        use: "write",
        reason: "The endpoints get the set's group. With `securityGroupIds`, put the ARNs of your groups in its place, without the condition.",
        actions: ["ec2:CreateVpcEndpoint"],
        resources: [GROUPS],
        conditions: ownedBy(COMPONENT),
    },
    {
        sid: "CreateEndpoints",
        use: "write",
        reason: "Endpoints for services of EKS only, with the set's tag from the start.",
        actions: ["ec2:CreateVpcEndpoint"],
        resources: [ENDPOINTS],
        conditions: {
            StringEquals: {
                ...createdBy(COMPONENT).StringEquals,
                "ec2:VpceServiceName": ALL_SERVICES.map(
                    (service) => `com.amazonaws.<region>.${service}`,
                ),
            },
        },
    },
    {
        sid: "TagNewEndpoints",
        use: "write",
        reason: "Tags that go with the creation need the right to tag.",
        actions: ["ec2:CreateTags"],
        resources: [ENDPOINTS],
        conditions: onCreation(COMPONENT, "CreateVpcEndpoint"),
    },
    {
        sid: "ChangeEndpoints",
        use: "write",
        reason: "Private DNS, policy, family and tags of the set's own endpoints.",
        actions: [
            "ec2:ModifyVpcEndpoint",
            "ec2:DeleteVpcEndpoints",
            "ec2:CreateTags",
            "ec2:DeleteTags",
        ],
        resources: [ENDPOINTS],
        conditions: ownedBy(COMPONENT),
    },
    {
        sid: "MoveEndpoints",
        use: "write",
        reason: "Subnets and groups that an update adds to endpoints or takes from them, of this VPC only.",
        actions: ["ec2:ModifyVpcEndpoint"],
        resources: [SUBNETS, GROUPS],
        conditions: { ArnLike: { "ec2:Vpc": [VPC] } },
    },
    ...securityGroupRights(COMPONENT),
];

/** Rights of a set, and those that depend on where its flow log goes. */
export const endpointSetRights: RightsOf[] = [
    { component: COMPONENT, when: "Endpoints and security group", rights: endpoints },
    {
        component: COMPONENT,
        when: "Flow log in a log group (the default)",
        rights: toLogGroup,
    },
    {
        component: COMPONENT,
        when: "Flow log in a bucket (`destination: s3`)",
        rights: toBucket,
    },
];
