import * as aws from "@pulumi/aws";

const region = "eu-west-1";

/** A VPC with two subnets, attached to the transit gateway by both, and one route table. */
function network(name: string, second: number, gateway: aws.ec2transitgateway.TransitGateway) {
    const vpc = new aws.ec2.Vpc(name, {
        cidrBlock: `10.${second}.0.0/16`,
        enableDnsHostnames: true,
    });
    const subnets = ["a", "b"].map(
        (zone, i) =>
            new aws.ec2.Subnet(`${name}-${zone}`, {
                vpcId: vpc.id,
                cidrBlock: `10.${second}.${i}.0/24`,
                availabilityZone: `${region}${zone}`,
            }),
    );
    const attachment = new aws.ec2transitgateway.VpcAttachment(name, {
        transitGatewayId: gateway.id,
        vpcId: vpc.id,
        subnetIds: subnets.map(({ id }) => id),
        transitGatewayDefaultRouteTableAssociation: false,
        transitGatewayDefaultRouteTablePropagation: false,
    });
    new aws.ec2.Route(
        `${name}-to-all`,
        {
            routeTableId: vpc.mainRouteTableId,
            destinationCidrBlock: "10.0.0.0/8",
            transitGatewayId: gateway.id,
        },
        { dependsOn: [attachment] },
    );
    return { vpc, subnets, attachment };
}

const gateway = new aws.ec2transitgateway.TransitGateway("core", {
    defaultRouteTableAssociation: "disable",
    defaultRouteTablePropagation: "disable",
});
const hub = network("hub", 0, gateway);
const spokes = { dev: network("dev", 1, gateway), prod: network("prod", 2, gateway) };

// Spokes see the hub and not each other; the hub sees all.
const tableOfHub = new aws.ec2transitgateway.RouteTable("hub", { transitGatewayId: gateway.id });
const tableOfSpokes = new aws.ec2transitgateway.RouteTable("spokes", {
    transitGatewayId: gateway.id,
});
new aws.ec2transitgateway.RouteTableAssociation("hub", {
    transitGatewayAttachmentId: hub.attachment.id,
    transitGatewayRouteTableId: tableOfHub.id,
});
new aws.ec2transitgateway.Route("to-hub", {
    destinationCidrBlock: "10.0.0.0/16",
    transitGatewayAttachmentId: hub.attachment.id,
    transitGatewayRouteTableId: tableOfSpokes.id,
});
for (const [name, { attachment }] of Object.entries(spokes)) {
    new aws.ec2transitgateway.RouteTableAssociation(name, {
        transitGatewayAttachmentId: attachment.id,
        transitGatewayRouteTableId: tableOfSpokes.id,
    });
    new aws.ec2transitgateway.RouteTablePropagation(name, {
        transitGatewayAttachmentId: attachment.id,
        transitGatewayRouteTableId: tableOfHub.id,
    });
}

const clients = new aws.ec2.ManagedPrefixList("clients", {
    addressFamily: "IPv4",
    maxEntries: 5,
    entries: [
        { cidr: "10.0.0.0/16", description: "hub" },
        { cidr: "10.1.0.0/16", description: "dev" },
        { cidr: "10.2.0.0/16", description: "prod" },
    ],
});
const group = new aws.ec2.SecurityGroup("endpoints", { vpcId: hub.vpc.id, egress: [] });
new aws.vpc.SecurityGroupIngressRule("clients", {
    securityGroupId: group.id,
    description: "HTTPS from clients",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    prefixListId: clients.id,
});

const names = { eks: `eks.${region}.amazonaws.com`, "eks-auth": `eks-auth.${region}.api.aws` };
for (const [service, name] of Object.entries(names)) {
    const endpoint = new aws.ec2.VpcEndpoint(service, {
        vpcId: hub.vpc.id,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        subnetIds: hub.subnets.map(({ id }) => id),
        securityGroupIds: [group.id],
    });
    const zone = new aws.route53.Zone(service, {
        name,
        vpcs: [hub, spokes.dev, spokes.prod].map(({ vpc }) => ({ vpcId: vpc.id })),
    });
    const aliases = endpoint.dnsEntries.apply((entries) =>
        entries.slice(0, 1).map((entry) => ({
            name: entry.dnsName,
            zoneId: entry.hostedZoneId,
            evaluateTargetHealth: false,
        })),
    );
    new aws.route53.Record(service, { zoneId: zone.zoneId, name, type: "A", aliases });
}

// A service of one spoke, which the other one must not reach.
const open = new aws.ec2.SecurityGroup("open", {
    vpcId: spokes.prod.vpc.id,
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
});
const inProd = new aws.ec2.VpcEndpoint("sts", {
    vpcId: spokes.prod.vpc.id,
    serviceName: `com.amazonaws.${region}.sts`,
    vpcEndpointType: "Interface",
    subnetIds: spokes.prod.subnets.map(({ id }) => id),
    securityGroupIds: [open.id],
});

export const hubVpcId = hub.vpc.id;
export const devVpcId = spokes.dev.vpc.id;
export const prodVpcId = spokes.prod.vpc.id;
export const prodService = inProd.dnsEntries.apply(([first]) => first?.dnsName);
