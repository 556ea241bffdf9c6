import { ec2 } from "@pulumi/awsx";

import { REGION } from "../support";

/**
 * Endpoints as `vpcEndpointSpecs` of awsx makes them: by default it puts the specs through as they are, without
 * subnets; with the strategy `Auto` it fills in those it creates, adds a group to each and turns DNS hostnames on.
 * https://www.pulumi.com/registry/packages/awsx/api-docs/ec2/vpc/
 */
export function awsxVpcEndpoints(vpcEndpointStrategy: "Legacy" | "Auto"): void {
    new ec2.Vpc("network", {
        cidrBlock: "10.30.0.0/16",
        numberOfAvailabilityZones: 2,
        natGateways: { strategy: "None" },
        subnetStrategy: "Auto",
        subnetSpecs: [{ type: "Isolated" }],
        vpcEndpointStrategy,
        vpcEndpointSpecs: ["eks", "eks-auth"].map((service) => ({
            serviceName: `com.amazonaws.${REGION}.${service}`,
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
        })),
    });
}
