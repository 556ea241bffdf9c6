import { EndpointsStack } from "../lib/endpoints-stack";
import { NetworkStack } from "../lib/network-stack";

const network = new NetworkStack("Network", { cidr: "10.20.0.0/16", maxAzs: 2 });
const endpoints = new EndpointsStack("Endpoints", {
    vpc: network.vpc,
    subnets: network.isolatedSubnets,
    services: ["eks", "eks-auth", "ecr.api"],
});

export const vpcId = network.vpc.id;
export const isolatedSubnetIds = network.isolatedSubnets.map(({ id }) => id);
export const endpointIds = endpoints.ids;
