import * as aws from "@pulumi/aws";
import { Config } from "@pulumi/pulumi";

const spokeAccount = new Config().require("spokeAccount");

const vpc = new aws.ec2.Vpc("hub", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
const subnets = ["a", "b"].map(
    (zone, i) =>
        new aws.ec2.Subnet(`hub-${zone}`, {
            vpcId: vpc.id,
            cidrBlock: `10.0.${i}.0/24`,
            availabilityZone: `eu-west-1${zone}`,
        }),
);
const group = new aws.ec2.SecurityGroup("eks", { vpcId: vpc.id, egress: [] });
new aws.vpc.SecurityGroupIngressRule("spokes", {
    securityGroupId: group.id,
    description: "HTTPS from the networks",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: "10.0.0.0/8",
});
const endpoint = new aws.ec2.VpcEndpoint("eks", {
    vpcId: vpc.id,
    serviceName: "com.amazonaws.eu-west-1.eks",
    vpcEndpointType: "Interface",
    subnetIds: subnets.map(({ id }) => id),
    securityGroupIds: [group.id],
    privateDnsEnabled: true,
});

const profile = new aws.route53.ProfilesProfile("names", {});
new aws.route53.ProfilesResourceAssociation("eks", {
    profileId: profile.id,
    resourceArn: endpoint.arn,
});
const share = new aws.ram.ResourceShare("names", {
    allowExternalPrincipals: true,
    permissionArns: ["arn:aws:ram::aws:permission/AWSRAMPermissionRoute53ProfileAllowAssociation"],
});
new aws.ram.ResourceAssociation("names", {
    resourceArn: profile.arn,
    resourceShareArn: share.arn,
});
new aws.ram.PrincipalAssociation("spoke", {
    principal: spokeAccount,
    resourceShareArn: share.arn,
});

const gateway = new aws.ec2transitgateway.TransitGateway("core", {
    autoAcceptSharedAttachments: "enable",
});
const attachment = new aws.ec2transitgateway.VpcAttachment("hub", {
    transitGatewayId: gateway.id,
    vpcId: vpc.id,
    subnetIds: subnets.map(({ id }) => id),
});
new aws.ec2.Route("spokes", {
    routeTableId: vpc.mainRouteTableId,
    destinationCidrBlock: "10.0.0.0/8",
    transitGatewayId: attachment.transitGatewayId,
});
const gatewayShare = new aws.ram.ResourceShare("core", { allowExternalPrincipals: true });
new aws.ram.ResourceAssociation("core", {
    resourceArn: gateway.arn,
    resourceShareArn: gatewayShare.arn,
});
new aws.ram.PrincipalAssociation("core", {
    principal: spokeAccount,
    resourceShareArn: gatewayShare.arn,
});

export const profileId = profile.id;
export const gatewayId = gateway.id;
export const vpcId = vpc.id;
