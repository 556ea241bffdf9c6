import * as aws from "@pulumi/aws";

const region = "eu-west-1";
const organization = "o-exampleorgid";

const vpc = new aws.ec2.Vpc("main", {
    cidrBlock: "10.0.0.0/16",
    enableDnsSupport: true,
    enableDnsHostnames: true,
});

const subnetsOf = (purpose: string, offset: number) =>
    ["a", "b"].map(
        (zone, i) =>
            new aws.ec2.Subnet(`${purpose}-${zone}`, {
                vpcId: vpc.id,
                cidrBlock: `10.0.${offset + i}.0/24`,
                availabilityZone: `${region}${zone}`,
            }),
    );
const nodeSubnets = subnetsOf("nodes", 0);
const endpointSubnets = subnetsOf("endpoints", 100);

const nodes = new aws.ec2.SecurityGroup("nodes", { vpcId: vpc.id, egress: [] });
const endpoints = new aws.ec2.SecurityGroup("endpoints", { vpcId: vpc.id, egress: [] });

new aws.vpc.SecurityGroupEgressRule("nodes-to-endpoints", {
    securityGroupId: nodes.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    referencedSecurityGroupId: endpoints.id,
});
new aws.vpc.SecurityGroupIngressRule("endpoints-from-nodes", {
    securityGroupId: endpoints.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    referencedSecurityGroupId: nodes.id,
});

new aws.ec2.NetworkAcl("endpoints", {
    vpcId: vpc.id,
    subnetIds: endpointSubnets.map(({ id }) => id),
    ingress: [
        {
            ruleNo: 100,
            protocol: "tcp",
            action: "allow",
            cidrBlock: "10.0.0.0/23",
            fromPort: 443,
            toPort: 443,
        },
    ],
    egress: [
        {
            ruleNo: 100,
            protocol: "tcp",
            action: "allow",
            cidrBlock: "10.0.0.0/23",
            fromPort: 1024,
            toPort: 65535,
        },
    ],
});

/** Our own identities alone, and nothing that changes access to a cluster. */
const ownIdentities = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: "*",
            Action: ["eks:Describe*", "eks:List*", "eks:CreateNodegroup"],
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalOrgID": organization } },
        },
        {
            Sid: "NoDeletion",
            Effect: "Deny",
            Principal: "*",
            Action: "eks:Delete*",
            Resource: "*",
        },
    ],
});

const endpointFor = (service: string, policy?: string) =>
    new aws.ec2.VpcEndpoint(service, {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        subnetIds: endpointSubnets.map(({ id }) => id),
        securityGroupIds: [endpoints.id],
        privateDnsEnabled: true,
        policy,
    });
endpointFor("eks", ownIdentities);
endpointFor("eks-auth");
endpointFor("sts");

export const vpcId = vpc.id;
export const nodeSubnetIds = nodeSubnets.map(({ id }) => id);
export const nodeGroupId = nodes.id;
