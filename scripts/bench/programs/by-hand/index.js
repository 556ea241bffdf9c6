const aws = require("@pulumi/aws");
const { all, Config, getProject, getStack } = require("@pulumi/pulumi");

// What EksEndpointSet creates, as one would write it without the component: no checks, no look-ups but the account.

const config = new Config();
const vpcId = config.require("vpcId");
const subnetIds = config.requireObject("subnetIds");
const region = new Config("aws").require("region");
const { accountId } = aws.getCallerIdentityOutput();
const stack = `organization/${getProject()}/${getStack()}`;
const tags = { "eks-privatelink": `${stack}/EksEndpointSet/eks` };

const clients = new aws.ec2.SecurityGroup("eks-clients", {
    description: "Clients of the EKS endpoints",
    vpcId,
    ingress: [
        {
            description: "HTTPS from clients of the EKS endpoints",
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: [aws.ec2.getVpcOutput({ id: vpcId }).cidrBlock],
            ipv6CidrBlocks: [],
            prefixListIds: [],
            securityGroups: [],
        },
    ],
    egress: [],
    tags,
});

const logFormat = [
    ..."version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes".split(
        " ",
    ),
    ..."start end action log-status vpc-id subnet-id az-id tcp-flags type pkt-srcaddr".split(" "),
    ..."pkt-dstaddr flow-direction traffic-path reject-reason interface-type".split(" "),
]
    .map((field) => `\${${field}}`)
    .join(" ");

function policyFor(action) {
    return accountId.apply((account) =>
        JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "FromAccountsToAccounts",
                    Effect: "Allow",
                    Principal: "*",
                    Action: action,
                    Resource: "*",
                    Condition: {
                        StringEquals: {
                            "aws:PrincipalAccount": account,
                            "aws:ResourceAccount": account,
                        },
                    },
                },
            ],
        }),
    );
}

function endpointFor(service, policy) {
    const endpoint = new aws.ec2.VpcEndpoint(
        `eks-${service}`,
        {
            vpcId,
            serviceName: `com.amazonaws.${region}.${service}`,
            vpcEndpointType: "Interface",
            subnetIds,
            securityGroupIds: [clients.id],
            ipAddressType: "ipv4",
            dnsOptions: { dnsRecordIpType: "ipv4" },
            policy,
            tags: { ...tags, Name: `eks-${service}` },
        },
        { deleteBeforeReplace: true },
    );
    new aws.vpc.EndpointPrivateDns(`eks-${service}-private-dns`, {
        vpcEndpointId: endpoint.id,
        privateDnsEnabled: true,
    });
    return endpoint;
}

const eks = endpointFor("eks", policyFor("eks:*"));
const eksAuth = endpointFor("eks-auth", policyFor("eks-auth:AssumeRoleForPodIdentity"));
const oidc = endpointFor("oidc-eks");

const group = new aws.cloudwatch.LogGroup("eks-flow-log-group", { retentionInDays: 365, tags });
const role = new aws.iam.Role("eks-flow-log-role", {
    description: "Delivers flow logs of the VPC with the EKS endpoints",
    assumeRolePolicy: accountId.apply((account) =>
        JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: {
                        ArnLike: {
                            "aws:SourceArn": `arn:aws:ec2:${region}:${account}:vpc-flow-log/*`,
                        },
                        StringEquals: { "aws:SourceAccount": account },
                    },
                },
            ],
        }),
    ),
    tags,
});
const permissions = new aws.iam.RolePolicy("eks-flow-log-role-policy", {
    name: "flow-log-delivery",
    role: role.id,
    policy: group.arn.apply((arn) =>
        JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Action: [
                        "logs:CreateLogStream",
                        "logs:DescribeLogStreams",
                        "logs:PutLogEvents",
                    ],
                    Resource: [arn, `${arn}:*`],
                },
                { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
            ],
        }),
    ),
});
new aws.iam.RolePoliciesExclusive("eks-flow-log-role-policies", {
    roleName: role.name,
    policyNames: [permissions.name],
});
new aws.iam.RolePolicyAttachmentsExclusive("eks-flow-log-role-attachments", {
    roleName: role.name,
    policyArns: [],
});
new aws.ec2.FlowLog(
    "eks-flow-log",
    {
        vpcId,
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: group.arn,
        iamRoleArn: role.arn,
        maxAggregationInterval: 600,
        logFormat,
        tags,
    },
    { dependsOn: [permissions] },
);

exports.endpointIds = all({ eks: eks.id, "eks-auth": eksAuth.id, "oidc-eks": oidc.id });
