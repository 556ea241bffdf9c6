import * as aws from "@pulumi/aws";

import { createHub, createZone } from "./hub";

// The mistakes that the policy pack knows; those of one VPC are here. README.md lists what the pack says about each.

const region = aws.getRegionOutput().region;

// No enableDnsHostnames, and no flow log below covers this VPC.
const vpc = new aws.ec2.Vpc("network", { cidrBlock: "10.50.0.0/16" });

const zones = aws.getAvailabilityZonesOutput({ state: "available" });
const subnets = [0, 1].map(
    (i) =>
        new aws.ec2.Subnet(`private-${i}`, {
            vpcId: vpc.id,
            availabilityZone: zones.names[i],
            cidrBlock: `10.50.${i}.0/24`,
        }),
);

const open = new aws.ec2.SecurityGroup("open", {
    vpcId: vpc.id,
    ingress: [
        { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] },
        {
            description: "SSH",
            protocol: "tcp",
            fromPort: 22,
            toPort: 22,
            cidrBlocks: ["10.50.0.0/16"],
        },
    ],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
});

// No policy, no private DNS, an open group, records of a family that it does not have.
new aws.ec2.VpcEndpoint("eks", {
    vpcId: vpc.id,
    serviceName: region.apply((name) => `com.amazonaws.${name}.eks`),
    vpcEndpointType: "Interface",
    subnetIds: subnets.map(({ id }) => id),
    securityGroupIds: [open.id],
    ipAddressType: "ipv4",
    dnsOptions: { dnsRecordIpType: "dualstack" },
});

// A policy that lets everybody in, and no group, so that AWS attaches the VPC's default one.
const auth = new aws.ec2.VpcEndpoint("eks-auth", {
    vpcId: vpc.id,
    serviceName: region.apply((name) => `com.amazonaws.${name}.eks-auth`),
    vpcEndpointType: "Interface",
    subnetIds: subnets.map(({ id }) => id),
    privateDnsEnabled: true,
    policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
    }),
});

// A zone for a name that the endpoint's private DNS answers for already.
createZone("auth-zone", {
    name: region.apply((name) => `eks-auth.${name}.api.aws`),
    vpcId: vpc.id,
    endpoint: auth,
});

// A policy on the one service that refuses every policy, and a group that admits nobody.
const nobody = new aws.ec2.SecurityGroup("nobody", { vpcId: vpc.id, ingress: [], egress: [] });
new aws.ec2.VpcEndpoint("oidc-eks", {
    vpcId: vpc.id,
    serviceName: region.apply((name) => `com.amazonaws.${name}.oidc-eks`),
    vpcEndpointType: "Interface",
    subnetIds: subnets.map(({ id }) => id),
    securityGroupIds: [nobody.id],
    privateDnsEnabled: true,
    policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }],
    }),
});

// Rejected traffic of one subnet only, kept for a week, by a role that any account's flow logs may use.
const group = new aws.cloudwatch.LogGroup("flow-logs", { retentionInDays: 7 });
const role = new aws.iam.Role("flow-logs", {
    assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                Action: "sts:AssumeRole",
            },
        ],
    }),
});
new aws.ec2.FlowLog("rejected", {
    subnetId: subnets[0].id,
    trafficType: "REJECT",
    logDestination: group.arn,
    iamRoleArn: role.arn,
});

createHub(region);
