import * as aws from "@pulumi/aws";
import type { Input, Output } from "@pulumi/pulumi";

/** Mistakes with endpoints for many VPCs: in address families, in hosted zones, and in sharing them. */
export function createHub(region: Output<string>): void {
    const { vpc, subnets, group } = createNetwork();

    // Private DNS that hides a name of the OIDC issuer, and a region that is not the service's.
    new aws.ec2.VpcEndpoint("hub-eks", {
        vpcId: vpc.id,
        serviceName: region.apply((name) => `com.amazonaws.${name}.eks`),
        serviceRegion: "us-east-1",
        vpcEndpointType: "Interface",
        subnetIds: subnets.map(({ id }) => id),
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
        policy: organizationOnly("eks:*"),
    });

    // Both address families, in a single subnet that has one.
    const oidc = new aws.ec2.VpcEndpoint("hub-oidc-eks", {
        vpcId: vpc.id,
        serviceName: region.apply((name) => `com.amazonaws.${name}.oidc-eks`),
        vpcEndpointType: "Interface",
        subnetIds: [subnets[0].id],
        securityGroupIds: [group.id],
        ipAddressType: "dualstack",
    });

    // In place of private DNS, a zone for one of its two names, without AAAA record.
    const zone = createZone("hub-zone", {
        name: region.apply((name) => `oidc-eks.${name}.api.aws`),
        vpcId: vpc.id,
        endpoint: oidc,
    });

    // A profile with that zone, open to accounts of other organisations.
    const profile = new aws.route53.ProfilesProfile("names");
    new aws.route53.ProfilesResourceAssociation("names", {
        profileId: profile.id,
        resourceArn: zone.arn,
    });
    const share = new aws.ram.ResourceShare("partners", { allowExternalPrincipals: true });
    new aws.ram.ResourceAssociation("partners", {
        resourceShareArn: share.arn,
        resourceArn: profile.arn,
    });

    // In the VPC of another stack, of which nothing here says that it has a flow log.
    new aws.ec2.VpcEndpoint("elsewhere", {
        vpcId: "vpc-0a1b2c3d4e5f60718",
        serviceName: region.apply((name) => `com.amazonaws.${name}.eks-auth`),
        vpcEndpointType: "Interface",
        subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"],
        securityGroupIds: ["sg-0a1b2c3d4e5f60718"],
        privateDnsEnabled: true,
        policy: organizationOnly("eks-auth:*"),
    });
}

/** A hosted zone in a VPC, with an A record that leads its name to an endpoint. */
export function createZone(
    name: string,
    args: { name: Input<string>; vpcId: Input<string>; endpoint: aws.ec2.VpcEndpoint },
): aws.route53.Zone {
    const zone = new aws.route53.Zone(name, { name: args.name, vpcs: [{ vpcId: args.vpcId }] });
    const target = args.endpoint.dnsEntries[0];
    new aws.route53.Record(name, {
        zoneId: zone.zoneId,
        name: args.name,
        type: "A",
        aliases: [
            { name: target.dnsName, zoneId: target.hostedZoneId, evaluateTargetHealth: false },
        ],
    });
    return zone;
}

/** A network without mistakes but one: nothing records its traffic. */
function createNetwork() {
    const vpc = new aws.ec2.Vpc("hub", { cidrBlock: "10.60.0.0/16", enableDnsHostnames: true });
    const zones = aws.getAvailabilityZonesOutput({ state: "available" });
    const subnets = [0, 1].map(
        (i) =>
            new aws.ec2.Subnet(`hub-${i}`, {
                vpcId: vpc.id,
                availabilityZone: zones.names[i],
                cidrBlock: `10.60.${i}.0/24`,
            }),
    );
    const group = new aws.ec2.SecurityGroup("hub", {
        vpcId: vpc.id,
        ingress: [
            {
                description: "HTTPS from the networks of the company",
                protocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrBlocks: ["10.0.0.0/8"],
                ipv6CidrBlocks: ["fd00::/8"],
            },
        ],
        egress: [],
    });
    return { vpc, subnets, group };
}

function organizationOnly(actions: string): string {
    const organization = "o-a1b2c3d4e5";
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: "*",
                Action: actions,
                Resource: "*",
                Condition: {
                    StringEquals: {
                        "aws:PrincipalOrgID": organization,
                        "aws:ResourceOrgID": organization,
                    },
                },
            },
        ],
    });
}
