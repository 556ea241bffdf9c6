import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import type { Input, Resource } from "@pulumi/pulumi";

import type { ChildScope } from "../component/scope";
import { FlowLogDestination } from "../domain/flowLogs";
import { createFlowLogBucket } from "./flowLogBucket";
import { createFlowLogRole } from "./flowLogRole";
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

function createLogGroupDelivery(verified: VerifiedSet, scope: ChildScope): Delivery {
    const { flowLogDestination: own, flowLogKey, args } = verified;
    const { name, parent, region, tags } = scope;
    const { retentionInDays } = args.flowLogs;
    const destinationArn =
        own ??
        new LogGroup(
            childNames.flowLogGroup(name),
            { retentionInDays, kmsKeyId: flowLogKey, region, tags },
            { parent, dependsOn: verified.vpcAccepted },
        ).arn;
    return { destinationArn, ...createFlowLogRole(verified, destinationArn, scope) };
}
