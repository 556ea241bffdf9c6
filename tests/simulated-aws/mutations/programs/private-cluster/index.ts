import * as aws from "@pulumi/aws";

const network = (name: string, second: number) => {
    const vpc = new aws.ec2.Vpc(name, {
        cidrBlock: `10.${second}.0.0/16`,
        enableDnsHostnames: true,
    });
    const subnets = ["a", "b"].map(
        (zone, i) =>
            new aws.ec2.Subnet(`${name}-${zone}`, {
                vpcId: vpc.id,
                cidrBlock: `10.${second}.${i}.0/24`,
                availabilityZone: `eu-west-1${zone}`,
            }),
    );
    return { vpc, subnets };
};
const main = network("main", 0);
const office = network("office", 9);

const role = new aws.iam.Role("cluster", {
    assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "eks.amazonaws.com" },
                Action: "sts:AssumeRole",
            },
        ],
    }),
});
const admins = new aws.ec2.SecurityGroup("admins", {
    vpcId: main.vpc.id,
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.9.0.0/16"] }],
});
const cluster = new aws.eks.Cluster("prod", {
    roleArn: role.arn,
    vpcConfig: {
        subnetIds: main.subnets.map(({ id }) => id),
        securityGroupIds: [admins.id],
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
    },
});

const peering = new aws.ec2.VpcPeeringConnection("office", {
    vpcId: main.vpc.id,
    peerVpcId: office.vpc.id,
    autoAccept: true,
});
new aws.ec2.Route("to-office", {
    routeTableId: main.vpc.mainRouteTableId,
    destinationCidrBlock: office.vpc.cidrBlock,
    vpcPeeringConnectionId: peering.id,
});
new aws.ec2.Route("to-cluster", {
    routeTableId: office.vpc.mainRouteTableId,
    destinationCidrBlock: main.vpc.cidrBlock,
    vpcPeeringConnectionId: peering.id,
});

// The cluster's own name has a private zone in its own VPC alone, so the office asks there.
const dns = new aws.ec2.SecurityGroup("dns", {
    vpcId: main.vpc.id,
    ingress: [{ protocol: "udp", fromPort: 53, toPort: 53, cidrBlocks: ["10.9.0.0/16"] }],
});
const inbound = new aws.route53.ResolverEndpoint("inbound", {
    direction: "INBOUND",
    securityGroupIds: [dns.id],
    ipAddresses: main.subnets.map(({ id }, i) => ({ subnetId: id, ip: `10.0.${i}.53` })),
});
const asking = new aws.ec2.SecurityGroup("asking", {
    vpcId: office.vpc.id,
    egress: [{ protocol: "udp", fromPort: 53, toPort: 53, cidrBlocks: ["10.0.0.0/16"] }],
});
const outbound = new aws.route53.ResolverEndpoint("outbound", {
    direction: "OUTBOUND",
    securityGroupIds: [asking.id],
    ipAddresses: office.subnets.map(({ id }) => ({ subnetId: id })),
});
const rule = new aws.route53.ResolverRule("eks", {
    domainName: "eks.amazonaws.com",
    ruleType: "FORWARD",
    resolverEndpointId: outbound.id,
    targetIps: inbound.ipAddresses.apply((all) => all.map(({ ip }) => ({ ip }))),
});
new aws.route53.ResolverRuleAssociation("eks", {
    resolverRuleId: rule.id,
    vpcId: office.vpc.id,
});

export const mainVpcId = main.vpc.id;
export const officeVpcId = office.vpc.id;
export const nodeGroupId = cluster.vpcConfig.clusterSecurityGroupId;
export const host = cluster.endpoint.apply((url) => url.replace("https://", ""));
