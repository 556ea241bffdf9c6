import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import { Role } from "@pulumi/aws/iam/role";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import { Input, output, Resource } from "@pulumi/pulumi";
import { Checked, demand, derive, refuse, unchecked } from "../checks/checked";
import {
    deliveryRolePermissions,
    deliveryRoleTrust,
    DeliveryScope,
} from "../domain/flowLogDelivery";
import { FlowLogDestination } from "../domain/flowLogs";
import { within } from "../domain/problem";
import { checkDestinationArn } from "./checkFlowLogs";
import { ResolvedFlowLogs } from "./defaults";
import { createFlowLogBucket } from "./flowLogBucket";
import { childNames } from "./names";
import { ChildScope } from "./scope";

/** Where a flow log delivers to, and what has to be there before it can. */
interface Delivery {
    destinationArn: Input<string>;
    roleArn?: Input<string>;
    dependsOn: Resource[];
}

/** The flow log of the endpoints' VPC; undefined where none is wanted or one is there already. */
export function createFlowLog(
    vpcId: Input<string>,
    args: ResolvedFlowLogs,
    delivers: Checked<DeliveryScope>,
    scope: ChildScope,
): FlowLog | undefined {
    if (!args.enabled || args.existingFlowLogId !== undefined) {
        return undefined;
    }
    const { name, parent, region, tags } = scope;
    const { destinationArn, roleArn, dependsOn } = createDelivery(args, delivers, scope);
    return new FlowLog(
        childNames.flowLog(name),
        {
            vpcId,
            region,
            trafficType: args.trafficType,
            logDestinationType: args.destination,
            logDestination: destinationArn,
            iamRoleArn: roleArn,
            maxAggregationInterval: args.maxAggregationInterval,
            logFormat: args.logFormat,
            tags,
        },
        { parent, dependsOn },
    );
}

function createDelivery(
    args: ResolvedFlowLogs,
    delivers: Checked<DeliveryScope>,
    scope: ChildScope,
): Delivery {
    const own = args.destinationArn === undefined ? undefined : checkedArn(args);
    if (args.destination === FlowLogDestination.CloudWatchLogs) {
        return createLogGroupDelivery(own, args, delivers, scope);
    }
    // A delivery stream is always the user's own: the arguments' check has seen to it.
    return own === undefined
        ? createFlowLogBucket(args, delivers, scope)
        : { destinationArn: own, dependsOn: [] };
}

function checkedArn({ destinationArn, destination }: ResolvedFlowLogs): Input<string> {
    return typeof destinationArn === "string"
        ? destinationArn
        : demand(
              derive(unchecked(destinationArn ?? ""), (arn) => {
                  refuse(within("flowLogs", checkDestinationArn(arn, destination)));
                  return arn;
              }),
          );
}

function createLogGroupDelivery(
    own: Input<string> | undefined,
    args: ResolvedFlowLogs,
    delivers: Checked<DeliveryScope>,
    { name, parent, region, tags }: ChildScope,
): Delivery {
    const destinationArn =
        own ??
        new LogGroup(
            childNames.flowLogGroup(name),
            { retentionInDays: args.retentionInDays, kmsKeyId: args.kmsKeyId, region, tags },
            { parent },
        ).arn;
    const role = new Role(
        childNames.flowLogRole(name),
        {
            description: "Delivers flow logs of the VPC with the EKS endpoints",
            assumeRolePolicy: demand(derive(delivers, deliveryRoleTrust)),
            tags,
        },
        { parent },
    );
    const permissions = new RolePolicy(
        childNames.flowLogRolePolicy(name),
        { role: role.id, policy: output(destinationArn).apply(deliveryRolePermissions) },
        { parent },
    );
    // AWS tries the delivery when the flow log is created, so the role needs its permissions by then.
    return { destinationArn, roleArn: role.arn, dependsOn: [permissions] };
}
