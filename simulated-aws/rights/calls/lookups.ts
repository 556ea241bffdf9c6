import type { FunctionCalls } from "../providerCalls";

/** Calls for look-ups. */
export const lookups: FunctionCalls[] = [
    {
        token: "aws:ec2/getVpc:getVpc",
        sources: [
            {
                file: "internal/service/ec2/vpc_data_source.go",
                commit: "01606926a0c0ab9174aec440f976a48b0baee722",
            },
        ],
        call: [
            "ec2:DescribeVpcs",
            "ec2:DescribeVpcAttribute",
            { call: "ec2:DescribeRouteTables", isDispensable: true },
        ],
    },
    {
        token: "aws:ec2/getSubnet:getSubnet",
        sources: [
            {
                file: "internal/service/ec2/vpc_subnet_data_source.go",
                commit: "0783fd09cdfa9201dae19db722eb7151c932ba7d",
            },
        ],
        call: ["ec2:DescribeSubnets"],
    },
    {
        token: "aws:ec2/getVpcEndpoint:getVpcEndpoint",
        sources: [
            {
                file: "internal/service/ec2/vpc_endpoint_data_source.go",
                commit: "08923b68b5ad6fcfdd38362fb5247e39a9b07add",
            },
        ],
        call: ["ec2:DescribeVpcEndpoints", "ec2:DescribePrefixLists"],
    },
    {
        token: "aws:ec2/getVpcEndpointService:getVpcEndpointService",
        sources: [
            {
                file: "internal/service/ec2/vpc_endpoint_service_data_source.go",
                commit: "0620f2a6a126dfcbc4aecbc9a117b0fbea1656ff",
            },
        ],
        call: ["ec2:DescribeVpcEndpointServices"],
    },
    {
        token: "aws:ec2/getSecurityGroup:getSecurityGroup",
        sources: [
            {
                file: "internal/service/ec2/vpc_security_group_data_source.go",
                commit: "01f431114674c27cf790fafb67ac274bf8f765e1",
            },
        ],
        call: ["ec2:DescribeSecurityGroups"],
    },
    {
        token: "aws:route53/getZone:getZone",
        sources: [
            {
                file: "internal/service/route53/zone_data_source.go",
                commit: "0ebfd2b075436ad8206d8631490bf4a3861bb506",
            },
        ],
        call: [
            "route53:ListHostedZones",
            "route53:GetHostedZone",
            "route53:ListResourceRecordSets",
            "route53:ListTagsForResource",
        ],
    },
    {
        token: "aws:organizations/getOrganization:getOrganization",
        sources: [
            {
                file: "internal/service/organizations/organization_data_source.go",
                commit: "0bc13bf2a2dad4669d3bb13ceface6bbb54d80a7",
            },
        ],
        // What follows is left out with `returnOrganizationOnly`, and goes on without the permission in a member account.
        call: ["organizations:DescribeOrganization"],
    },
    {
        token: "aws:resourcegroupstaggingapi/getResources:getResources",
        sources: [
            {
                file: "internal/service/resourcegroupstaggingapi/resources_data_source.go",
                commit: "0620f2a6a126dfcbc4aecbc9a117b0fbea1656ff",
            },
        ],
        call: ["tag:GetResources"],
    },
    {
        token: "aws:iam/getRoles:getRoles",
        sources: [
            {
                file: "internal/service/iam/roles_data_source.go",
                commit: "07e0d0b940f57c782f8fcc9ccfd8b19f59383b51",
            },
        ],
        call: ["iam:ListRoles"],
    },
    {
        token: "aws:iam/getRole:getRole",
        sources: [
            {
                file: "internal/service/iam/role_data_source.go",
                commit: "0929dbaabee162d45bcf557307ef55357050d981",
            },
        ],
        call: ["iam:GetRole"],
    },
    {
        token: "aws:cloudwatch/getLogGroup:getLogGroup",
        sources: [
            {
                file: "internal/service/logs/group_data_source.go",
                commit: "0ac6a8e1d84d7dc48f49354deca23f694d2a6431",
            },
        ],
        call: ["logs:DescribeLogGroups", "logs:ListTagsForResource"],
    },
    {
        token: "aws:s3/getBucket:getBucket",
        sources: [
            {
                file: "internal/service/s3/bucket_data_source.go",
                commit: "1bf14ce2417cb8628a750634bac3dc28975387c4",
            },
        ],
        call: ["s3:HeadBucket", { call: "s3:GetBucketWebsite", isDispensable: true }],
    },
    // GetCallerIdentity needs no permission, and cannot be refused by one.
    // Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    { token: "aws:index/getCallerIdentity:getCallerIdentity", sources: [], call: [] },
    // Answered by the provider itself.
    { token: "aws:index/getRegion:getRegion", sources: [], call: [] },
    { token: "aws:index/getPartition:getPartition", sources: [], call: [] },
    { token: "aws:iam/getPolicyDocument:getPolicyDocument", sources: [], call: [] },
];
