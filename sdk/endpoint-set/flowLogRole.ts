import { Role } from "@pulumi/aws/iam/role";
import { RolePoliciesExclusive } from "@pulumi/aws/iam/rolePoliciesExclusive";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import { RolePolicyAttachmentsExclusive } from "@pulumi/aws/iam/rolePolicyAttachmentsExclusive";
import { type Input, type Output, output, type Resource } from "@pulumi/pulumi";

import { demand, derive } from "../checks/checked";
import type { ChildScope } from "../component/scope";
import { deliveryRolePermissions, deliveryRoleTrust } from "../domain/flowLogDelivery";
import { childNames } from "./names";
import type { VerifiedSet } from "./verify";

/** The role that delivers to a log group, and what has to be there before it can. */
export function createFlowLogRole(
    { caller, vpcAccepted }: VerifiedSet,
    destinationArn: Input<string>,
    { name, parent, tags }: ChildScope,
): { roleArn: Output<string>; dependsOn: Resource[] } {
    const role = new Role(
        childNames.flowLogRole(name),
        {
            description: "Delivers flow logs of the VPC with the EKS endpoints",
            assumeRolePolicy: demand(derive(caller, deliveryRoleTrust)),
            tags,
        },
        { parent, dependsOn: vpcAccepted },
    );
    const permissions = new RolePolicy(
        childNames.flowLogRolePolicy(name),
        {
            // Written once more under one name it is the same policy; under a generated one it would be a second.
            name: "flow-log-delivery",
            role: role.id,
            policy: output(destinationArn).apply(deliveryRolePermissions),
        },
        // Stacks that have the policy under a generated name keep it.
        { parent, ignoreChanges: ["name"] },
    );
    // The role itself does not show what else it may do, so whoever adds a policy to it would go unseen.
    const roleName = role.name;
    new RolePoliciesExclusive(
        childNames.flowLogRolePolicies(name),
        { roleName, policyNames: [permissions.name] },
        { parent },
    );
    new RolePolicyAttachmentsExclusive(
        childNames.flowLogRoleAttachments(name),
        { roleName, policyArns: [] },
        { parent },
    );
    // AWS tries the delivery when the flow log is created, so the role needs its permissions by then.
    return { roleArn: role.arn, dependsOn: [permissions] };
}
