import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";

import type { ChildScope } from "../component/scope";
import { ENDPOINT_PORT } from "../domain/ingress";
import { childNames } from "./names";
import type { VerifiedSet } from "./verify";

/**
 * The managed group: TCP 443 from the admitted clients, nothing out. Its rules are inline because it is wholly owned
 * and the lists may be Outputs; the price is that rules attached from outside disappear with a refresh and an update.
 */
export function createSecurityGroup(
    { vpcId, admitted }: VerifiedSet,
    { name, parent, region, tags }: ChildScope,
): SecurityGroup {
    return new SecurityGroup(
        childNames.securityGroup(name),
        {
            // AWS replaces a group for another description, so it does not carry the name of the set.
            description: "Clients of the EKS endpoints",
            vpcId,
            region,
            ingress: [
                {
                    description: "HTTPS from clients of the EKS endpoints",
                    protocol: "tcp",
                    fromPort: ENDPOINT_PORT,
                    toPort: ENDPOINT_PORT,
                    cidrBlocks: admitted.cidrBlocks,
                    ipv6CidrBlocks: admitted.ipv6CidrBlocks,
                    prefixListIds: admitted.prefixListIds,
                    securityGroups: admitted.securityGroupIds,
                },
            ],
            egress: [],
            tags,
        },
        { parent },
    );
}
