import * as aws from "@pulumi/aws";
import { Config, StackReference } from "@pulumi/pulumi";

const config = new Config();
const hub = new StackReference(config.require("hubStack"));
const spoke = new StackReference(config.require("spokeStack"));

new aws.ec2.Route("to-hub", {
    routeTableId: spoke.requireOutput("routeTableId"),
    destinationCidrBlock: "10.0.0.0/16",
    vpcPeeringConnectionId: hub.requireOutput("peeringId"),
});
