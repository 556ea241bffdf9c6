import * as aws from "@pulumi/aws";
import { Config, StackReference } from "@pulumi/pulumi";

const hub = new StackReference(new Config().require("hubStack"));

const vpc = new aws.ec2.Vpc("spoke", { cidrBlock: "10.1.0.0/16", enableDnsHostnames: true });
const subnet = new aws.ec2.Subnet("spoke", { vpcId: vpc.id, cidrBlock: "10.1.0.0/24" });
const attachment = new aws.ec2transitgateway.VpcAttachment("spoke", {
    transitGatewayId: hub.requireOutput("gatewayId"),
    vpcId: vpc.id,
    subnetIds: [subnet.id],
});
new aws.ec2.Route("hub", {
    routeTableId: vpc.mainRouteTableId,
    destinationCidrBlock: "10.0.0.0/16",
    transitGatewayId: attachment.transitGatewayId,
});
new aws.route53.ProfilesAssociation("names", {
    name: "names-of-the-hub",
    profileId: hub.requireOutput("profileId"),
    resourceId: vpc.id,
});

export const vpcId = vpc.id;
