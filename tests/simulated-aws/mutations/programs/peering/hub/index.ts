import * as aws from "@pulumi/aws";
import { Config, StackReference } from "@pulumi/pulumi";

const config = new Config();
const spoke = new StackReference(config.require("spokeStack"));
const spokeVpcId = spoke.requireOutput("vpcId");
const spokeRange = config.require("spokeRange");

const vpc = new aws.ec2.Vpc("hub", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
const subnets = ["a", "b"].map(
    (zone, i) =>
        new aws.ec2.Subnet(`hub-${zone}`, {
            vpcId: vpc.id,
            cidrBlock: `10.0.${i}.0/24`,
            availabilityZone: `eu-west-1${zone}`,
        }),
);
const routes = new aws.ec2.RouteTable("hub", { vpcId: vpc.id });
subnets.forEach((subnet, i) => {
    new aws.ec2.RouteTableAssociation(`hub-${i}`, { subnetId: subnet.id, routeTableId: routes.id });
});

const peering = new aws.ec2.VpcPeeringConnection("spoke", {
    vpcId: vpc.id,
    peerVpcId: spokeVpcId,
    autoAccept: true,
});
new aws.ec2.Route("to-spoke", {
    routeTableId: routes.id,
    destinationCidrBlock: spokeRange,
    vpcPeeringConnectionId: peering.id,
});

const group = new aws.ec2.SecurityGroup("endpoints", {
    vpcId: vpc.id,
    egress: [],
    ingress: [
        {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: [vpc.cidrBlock],
            description: "hub",
        },
        {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: [spokeRange],
            description: "spoke",
        },
    ],
});
const endpoint = new aws.ec2.VpcEndpoint("eks", {
    vpcId: vpc.id,
    serviceName: "com.amazonaws.eu-west-1.eks",
    vpcEndpointType: "Interface",
    subnetIds: subnets.map(({ id }) => id),
    securityGroupIds: [group.id],
});

const zone = new aws.route53.Zone("eks", {
    name: "eks.eu-west-1.amazonaws.com",
    vpcs: [{ vpcId: vpc.id }, { vpcId: spokeVpcId }],
});
const entry = endpoint.dnsEntries.apply(([first]) => first);
const aliases = [
    {
        name: entry.apply((first) => first?.dnsName ?? ""),
        zoneId: entry.apply((first) => first?.hostedZoneId ?? ""),
        evaluateTargetHealth: false,
    },
];
new aws.route53.Record("eks", { zoneId: zone.zoneId, name: "", type: "A", aliases });

export const vpcId = vpc.id;
export const peeringId = peering.id;
export const endpointName = entry.apply((first) => first?.dnsName);
