import { Route } from "@pulumi/aws/ec2/route";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { Subnet } from "@pulumi/aws/ec2/subnet";
import { Vpc } from "@pulumi/aws/ec2/vpc";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { VpcPeeringConnection } from "@pulumi/aws/ec2/vpcPeeringConnection";
import { VpcPeeringConnectionAccepter } from "@pulumi/aws/ec2/vpcPeeringConnectionAccepter";
import { Provider } from "@pulumi/aws/provider";
import { Record } from "@pulumi/aws/route53/record";
import { VpcAssociationAuthorization } from "@pulumi/aws/route53/vpcAssociationAuthorization";
import { Zone } from "@pulumi/aws/route53/zone";
import { ZoneAssociation } from "@pulumi/aws/route53/zoneAssociation";
import { Config, StackReference } from "@pulumi/pulumi";

export const HUB = "111111111111";
export const SPOKE = "222222222222";
export const HOST = "eks.eu-west-1.amazonaws.com";

/** A network with one subnet. */
export function spokeNetwork() {
    const vpc = new Vpc("spoke", { cidrBlock: "10.1.0.0/16", enableDnsHostnames: true });
    const subnet = new Subnet("spoke", { vpcId: vpc.id, cidrBlock: "10.1.0.0/24" });
    return { vpcId: vpc.id, subnetId: subnet.id, routeTableId: vpc.mainRouteTableId };
}

/** An endpoint for EKS and a zone with its name, peered with the spoke and shared with it. */
export function hub() {
    const network = new StackReference(new Config().require("network"));
    const spokeVpcId = network.requireOutput("vpcId");
    const vpc = new Vpc("hub", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
    const subnet = new Subnet("hub", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    const group = new SecurityGroup("eks", {
        vpcId: vpc.id,
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.1.0.0/16"] }],
    });
    const endpoint = new VpcEndpoint("eks", {
        vpcId: vpc.id,
        serviceName: "com.amazonaws.eu-west-1.eks",
        vpcEndpointType: "Interface",
        subnetIds: [subnet.id],
        securityGroupIds: [group.id],
        policy: JSON.stringify({
            Statement: [
                { Effect: "Allow", Principal: "*", Action: "eks:Describe*", Resource: "*" },
            ],
        }),
    });
    const zone = new Zone(
        "eks",
        { name: HOST, vpcs: [{ vpcId: vpc.id }] },
        { ignoreChanges: ["vpcs"] },
    );
    const entry = endpoint.dnsEntries.apply(([first]) => first);
    new Record("eks", {
        zoneId: zone.zoneId,
        name: HOST,
        type: "A",
        aliases: [
            {
                name: entry.apply((first) => first?.dnsName ?? ""),
                zoneId: entry.apply((first) => first?.hostedZoneId ?? ""),
                evaluateTargetHealth: false,
            },
        ],
    });
    new VpcAssociationAuthorization("spoke", { zoneId: zone.zoneId, vpcId: spokeVpcId });
    const peering = new VpcPeeringConnection("spoke", {
        vpcId: vpc.id,
        peerVpcId: spokeVpcId,
        peerOwnerId: SPOKE,
    });
    new Route("spoke", {
        routeTableId: vpc.mainRouteTableId,
        destinationCidrBlock: "10.1.0.0/16",
        vpcPeeringConnectionId: peering.id,
    });
    return { vpcId: vpc.id, zoneId: zone.zoneId, peeringId: peering.id };
}

/** Uses the hub's zone and its peering. */
export function spoke() {
    const config = new Config();
    const provider = new Provider("spoke", {
        region: "eu-west-1",
        assumeRoles: [{ roleArn: `arn:aws:iam::${SPOKE}:role/deployer` }],
    });
    const opts = { provider };
    const [network, shared] = ["network", "hub"].map(
        (key) => new StackReference(config.require(key)),
    );
    const peering = new VpcPeeringConnectionAccepter(
        "hub",
        { vpcPeeringConnectionId: shared?.requireOutput("peeringId") ?? "", autoAccept: true },
        opts,
    );
    new Route(
        "hub",
        {
            routeTableId: network?.requireOutput("routeTableId") ?? "",
            destinationCidrBlock: "10.0.0.0/16",
            vpcPeeringConnectionId: peering.id,
        },
        opts,
    );
    new ZoneAssociation(
        "eks",
        {
            zoneId: shared?.requireOutput("zoneId") ?? "",
            vpcId: network?.requireOutput("vpcId") ?? "",
        },
        opts,
    );
    return { vpcId: network?.requireOutput("vpcId"), subnetId: network?.requireOutput("subnetId") };
}
