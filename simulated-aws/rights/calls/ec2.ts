import type { ResourceCalls } from "../providerCalls";

/** Calls for resources of EC2. */
export const ec2: ResourceCalls[] = [
    {
        token: "aws:ec2/vpcEndpoint:VpcEndpoint",
        sources: [
            {
                file: "internal/service/ec2/vpc_endpoint.go",
                commit: "008db85aad5e56627b1eecab8830464a282552ed",
            },
        ],
        create: ["ec2:CreateVpcEndpoint", "ec2:DescribeVpcEndpoints"],
        read: [
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribePrefixLists",
            "ec2:DescribeNetworkInterfaces",
        ],
        update: [
            ...[
                "dnsOptions",
                "ipAddressType",
                "policy",
                "privateDnsEnabled",
                "securityGroupIds",
                "subnetConfigurations",
                "subnetIds",
            ].map((changed) => ({ call: "ec2:ModifyVpcEndpoint", when: { changed } })),
            { call: "ec2:DeleteTags", when: "tagsRemoved" },
            { call: "ec2:CreateTags", when: "tagsAdded" },
        ],
        delete: ["ec2:DeleteVpcEndpoints", "ec2:DescribeVpcEndpoints"],
    },
    {
        token: "aws:vpc/endpointPrivateDns:EndpointPrivateDns",
        sources: [
            {
                file: "internal/service/ec2/vpc_endpoint_private_dns.go",
                commit: "22d880f4c8871d71c1fdedca11f991b006bae072",
            },
        ],
        create: ["ec2:ModifyVpcEndpoint"],
        read: ["ec2:DescribeVpcEndpoints"],
        update: ["ec2:ModifyVpcEndpoint"],
        delete: [],
    },
    {
        token: "aws:ec2/securityGroup:SecurityGroup",
        sources: [
            {
                file: "internal/service/ec2/vpc_security_group.go",
                commit: "01606926a0c0ab9174aec440f976a48b0baee722",
            },
        ],
        // The rule that AWS gives a new group, which lets everything out, is taken away at once.
        create: [
            "ec2:CreateSecurityGroup",
            "ec2:DescribeSecurityGroups",
            "ec2:RevokeSecurityGroupEgress",
            { call: "ec2:AuthorizeSecurityGroupIngress", when: { given: "ingress" } },
            { call: "ec2:AuthorizeSecurityGroupEgress", when: { given: "egress" } },
        ],
        read: ["ec2:DescribeSecurityGroups"],
        update: [
            { call: "ec2:RevokeSecurityGroupIngress", when: { shrinks: "ingress" } },
            { call: "ec2:AuthorizeSecurityGroupIngress", when: { grows: "ingress" } },
            { call: "ec2:RevokeSecurityGroupEgress", when: { shrinks: "egress" } },
            { call: "ec2:AuthorizeSecurityGroupEgress", when: { grows: "egress" } },
            { call: "ec2:DeleteTags", when: "tagsRemoved" },
            { call: "ec2:CreateTags", when: "tagsAdded" },
        ],
        // Network interfaces that Lambda has left behind are looked for.
        delete: [
            "ec2:DescribeNetworkInterfaces",
            "ec2:DeleteSecurityGroup",
            "ec2:DescribeSecurityGroups",
        ],
    },
    {
        token: "aws:ec2/flowLog:FlowLog",
        sources: [
            {
                file: "internal/service/ec2/vpc_flow_log.go",
                commit: "00a35305dc1b297a6fcdecdfbba33f1e63c3da39",
            },
        ],
        create: ["ec2:CreateFlowLogs"],
        read: ["ec2:DescribeFlowLogs"],
        update: [
            { call: "ec2:DeleteTags", when: "tagsRemoved" },
            { call: "ec2:CreateTags", when: "tagsAdded" },
        ],
        delete: ["ec2:DeleteFlowLogs"],
    },
];
