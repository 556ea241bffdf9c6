import * as aws from "@pulumi/aws";
import { Config } from "@pulumi/pulumi";

const config = new Config();
const spokeAccount = config.require("spokeAccount");
const inSpoke = {
    provider: new aws.Provider("spoke", {
        region: "eu-west-1",
        assumeRoles: [{ roleArn: `arn:aws:iam::${spokeAccount}:role/deployer` }],
    }),
};

const network = (name: string, second: number, opts = {}) => {
    const vpc = new aws.ec2.Vpc(
        name,
        { cidrBlock: `10.${second}.0.0/16`, enableDnsHostnames: true, enableDnsSupport: true },
        opts,
    );
    const subnets = ["a", "b"].map(
        (zone, i) =>
            new aws.ec2.Subnet(
                `${name}-${zone}`,
                {
                    vpcId: vpc.id,
                    cidrBlock: `10.${second}.${i}.0/24`,
                    availabilityZone: `eu-west-1${zone}`,
                },
                opts,
            ),
    );
    return { vpc, subnetIds: subnets.map(({ id }) => id) };
};
const hub = network("hub", 0);
const spoke = network("spoke", 1, inSpoke);

const peering = new aws.ec2.VpcPeeringConnection("spoke", {
    vpcId: hub.vpc.id,
    peerVpcId: spoke.vpc.id,
    peerOwnerId: spokeAccount,
});
const accepted = new aws.ec2.VpcPeeringConnectionAccepter(
    "hub",
    { vpcPeeringConnectionId: peering.id, autoAccept: true },
    inSpoke,
);
new aws.ec2.Route("to-spoke", {
    routeTableId: hub.vpc.mainRouteTableId,
    destinationCidrBlock: "10.1.0.0/16",
    vpcPeeringConnectionId: accepted.id,
});
new aws.ec2.Route(
    "to-hub",
    {
        routeTableId: spoke.vpc.mainRouteTableId,
        destinationCidrBlock: "10.0.0.0/16",
        vpcPeeringConnectionId: accepted.id,
    },
    inSpoke,
);

export const hubVpcId = hub.vpc.id;
export const hubSubnetIds = hub.subnetIds;
export const spokeVpcId = spoke.vpc.id;
