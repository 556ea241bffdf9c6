import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { SecurityGroupRule } from "@pulumi/aws/ec2/securityGroupRule";

import { createNetwork } from "../network";
import { interfaceEndpoint } from "./parts";

/**
 * The shape of the vpc-endpoints module: one group for all, with rules of their own, and no policy unless one is given.
 * https://github.com/terraform-aws-modules/terraform-aws-vpc/tree/master/modules/vpc-endpoints
 */
export function terraformModule(): void {
    const { vpc, vpcId, subnetIds } = createNetwork("vpc");
    const group = new SecurityGroup("endpoints", { vpcId, description: "VPC endpoints" });
    new SecurityGroupRule("ingress-https", {
        securityGroupId: group.id,
        type: "ingress",
        description: "HTTPS from VPC",
        protocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrBlocks: [vpc.cidrBlock],
    });
    for (const service of ["eks", "eks-auth"]) {
        interfaceEndpoint(
            service,
            { vpcId, subnetIds },
            { securityGroupIds: [group.id], privateDnsEnabled: true },
        );
    }
}
