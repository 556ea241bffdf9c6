import * as awsx from "@pulumi/awsx";
import { EksEndpointSet } from "eks-privatelink";

const network = new awsx.ec2.Vpc("network", {
    cidrBlock: "10.30.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
    numberOfAvailabilityZones: 2,
    natGateways: { strategy: awsx.ec2.NatGatewayStrategy.None },
    subnetStrategy: awsx.ec2.SubnetAllocationStrategy.Auto,
    subnetSpecs: [{ type: awsx.ec2.SubnetType.Isolated }],
});

const endpoints = new EksEndpointSet("eks", {
    vpcId: network.vpcId,
    subnetIds: network.isolatedSubnetIds,
});

export const vpcId = network.vpcId;
export const { hostNames, addresses } = endpoints;
