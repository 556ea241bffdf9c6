import { RouteTable } from "@pulumi/aws/ec2/routeTable";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";

import { createNetwork } from "../network";
import { REGION } from "../support";
import { interfaceEndpoint } from "./parts";

/**
 * The endpoints of a fully private cluster of eksctl, none of them of EKS: without policies, behind the group that all
 * nodes share.
 * https://eksctl.io/usage/eks-private-cluster/
 */
export function eksctlPrivateCluster(): void {
    const { vpcId, subnetIds } = createNetwork("vpc");
    const nodes = new SecurityGroup("shared-nodes", {
        vpcId,
        ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
        egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
    });
    for (const service of ["ec2", "ecr.api", "ecr.dkr", "sts", "logs"]) {
        interfaceEndpoint(
            service,
            { vpcId, subnetIds },
            { securityGroupIds: [nodes.id], privateDnsEnabled: true },
        );
    }
    new VpcEndpoint("s3", {
        vpcId,
        serviceName: `com.amazonaws.${REGION}.s3`,
        vpcEndpointType: "Gateway",
        routeTableIds: [new RouteTable("private", { vpcId }).id],
    });
}
