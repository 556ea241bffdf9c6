import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";

const network = new awsx.classic.ec2.Vpc("network", {
    cidrBlock: "10.40.0.0/16",
    numberOfAvailabilityZones: 2,
    numberOfNatGateways: 0,
    subnets: [
        { type: "isolated", name: "nodes" },
        { type: "isolated", name: "endpoints" },
    ],
});
const endpointSubnetIds = network.isolatedSubnetIds.then((ids) => ids.slice(2));

const group = new awsx.classic.ec2.SecurityGroup("endpoints", {
    vpc: network,
    ingress: [
        {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: ["10.40.0.0/16"],
            description: "HTTPS from the VPC",
        },
    ],
});
for (const service of ["eks", "eks-auth"]) {
    new aws.ec2.VpcEndpoint(service, {
        vpcId: network.id,
        serviceName: `com.amazonaws.eu-west-1.${service}`,
        vpcEndpointType: "Interface",
        subnetIds: endpointSubnetIds,
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
    });
}

export const vpcId = network.id;
export const nodeSubnetIds = network.isolatedSubnetIds.then((ids) => ids.slice(0, 2));
