import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import { Role } from "@pulumi/aws/iam/role";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import { type Input, output, type Resource } from "@pulumi/pulumi";

import { demand, derive } from "../checks/checked";
import type { ChildScope } from "../component/scope";
import { deliveryRolePermissions, deliveryRoleTrust } from "../domain/flowLogDelivery";
import { FlowLogDestination } from "../domain/flowLogs";
import { createFlowLogBucket } from "./flowLogBucket";
import { childNames } from "./names";
import type { VerifiedSet } from "./verify";

/** Where a flow log delivers to, and what has to be there before it can. */
interface Delivery {
    destinationArn: Input<string>;
    roleArn?: Input<string>;
    dependsOn: Resource[];
}

/** The flow log of the endpoints' VPC; undefined where none is wanted or one is there already. */
export function createFlowLog(verified: VerifiedSet, scope: ChildScope): FlowLog | undefined {
    const { flowLogs } = verified.args;
    if (!flowLogs.enabled || flowLogs.existingFlowLogId !== undefined) {
        return undefined;
    }
    const { name, parent, region, tags } = scope;
    const { destinationArn, roleArn, dependsOn } = createDelivery(verified, scope);
    return new FlowLog(
        childNames.flowLog(name),
        {
            vpcId: verified.vpcId,
            region,
            trafficType: flowLogs.trafficType,
            logDestinationType: flowLogs.destination,
            logDestination: destinationArn,
            iamRoleArn: roleArn,
            maxAggregationInterval: flowLogs.maxAggregationInterval,
            logFormat: flowLogs.logFormat,
            tags,
        },
        { parent, dependsOn },
    );
}

function createDelivery(verified: VerifiedSet, scope: ChildScope): Delivery {
    const { flowLogDestination: own, args } = verified;
    if (args.flowLogs.destination === FlowLogDestination.CloudWatchLogs) {
        return createLogGroupDelivery(verified, scope);
    }
    // A delivery stream is always the user's own: the arguments' check has seen to it.
    return own === undefined
        ? createFlowLogBucket(verified, scope)
        : { destinationArn: own, dependsOn: [] };
}

function createLogGroupDelivery(
    { flowLogDestination: own, flowLogKey, args, caller }: VerifiedSet,
    { name, parent, region, tags }: ChildScope,
): Delivery {
    const { retentionInDays } = args.flowLogs;
    const destinationArn =
        own ??
        new LogGroup(
            childNames.flowLogGroup(name),
            { retentionInDays, kmsKeyId: flowLogKey, region, tags },
            { parent },
        ).arn;
    const role = new Role(
        childNames.flowLogRole(name),
        {
            description: "Delivers flow logs of the VPC with the EKS endpoints",
            assumeRolePolicy: demand(derive(caller, deliveryRoleTrust)),
            tags,
        },
        { parent },
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
    // AWS tries the delivery when the flow log is created, so the role needs its permissions by then.
    return { destinationArn, roleArn: role.arn, dependsOn: [permissions] };
}
