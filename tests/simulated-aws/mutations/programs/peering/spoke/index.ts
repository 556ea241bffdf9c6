import * as aws from "@pulumi/aws";

const range = "10.1";
const vpc = new aws.ec2.Vpc("spoke", { cidrBlock: `${range}.0.0/16`, enableDnsHostnames: true });
const nodes = new aws.ec2.Subnet("nodes", { vpcId: vpc.id, cidrBlock: `${range}.0.0/24` });
const builds = new aws.ec2.Subnet("builds", { vpcId: vpc.id, cidrBlock: `${range}.1.0/24` });

// Builds keep to the main table, which leads nowhere.
const routes = new aws.ec2.RouteTable("nodes", { vpcId: vpc.id });
new aws.ec2.RouteTableAssociation("nodes", { subnetId: nodes.id, routeTableId: routes.id });

export const vpcId = vpc.id;
export const nodeSubnetId = nodes.id;
export const buildSubnetId = builds.id;
export const routeTableId = routes.id;
