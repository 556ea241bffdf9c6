import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { VpcIpv4CidrBlockAssociation } from "@pulumi/aws/ec2/vpcIpv4CidrBlockAssociation";

import { createNetwork } from "../network";
import { interfaceEndpoint } from "./parts";

/** A range that pods use and that the group of the endpoint does not admit. */
export const POD_RANGE = "100.64.0.0/16";

/**
 * What `addInterfaceEndpoint` makes of a VPC with a second range: a group of the endpoint's own that admits the first
 * range to 443 and may connect anywhere.
 * https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts
 */
export function cdkEndpoint() {
    const { vpc, vpcId, subnetIds } = createNetwork("vpc");
    new VpcIpv4CidrBlockAssociation("pods", { vpcId, cidrBlock: POD_RANGE });
    const group = new SecurityGroup("eks-group", {
        vpcId,
        ingress: [
            {
                description: vpc.cidrBlock.apply((range) => `from ${range}:443`),
                protocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrBlocks: [vpc.cidrBlock],
            },
        ],
        egress: [
            {
                description: "Allow all outbound traffic by default",
                protocol: "-1",
                fromPort: 0,
                toPort: 0,
                cidrBlocks: ["0.0.0.0/0"],
            },
        ],
    });
    interfaceEndpoint(
        "eks",
        { vpcId, subnetIds },
        { securityGroupIds: [group.id], privateDnsEnabled: true },
    );
}
