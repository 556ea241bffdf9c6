import { checkNames } from "../component/names";
import { FlowLogDestination } from "../domain/flowLogs";
import type { NamedChild } from "../domain/generatedNames";
import type { Problem } from "../domain/problem";
import type { ResolvedArgs, ResolvedFlowLogs } from "./defaults";
import { childNames } from "./names";

/** Problems of the name of a set, after which its security group and what its flow log needs are named. */
export function checkName(name: string, { securityGroupIds, flowLogs }: ResolvedArgs): Problem[] {
    const group: NamedChild = { kind: "securityGroup", childName: childNames.securityGroup };
    return checkNames(name, [
        ...(securityGroupIds === undefined ? [group] : []),
        ...deliveryChildren(flowLogs),
    ]);
}

function deliveryChildren(flowLogs: ResolvedFlowLogs): NamedChild[] {
    const isOwn = flowLogs.destinationArn !== undefined;
    if (!flowLogs.enabled || flowLogs.existingFlowLogId !== undefined) {
        return [];
    }
    if (flowLogs.destination === FlowLogDestination.S3) {
        return isOwn ? [] : [{ kind: "bucket", childName: childNames.flowLogBucket }];
    }
    if (flowLogs.destination === FlowLogDestination.KinesisDataFirehose) {
        return [];
    }
    const group: NamedChild = { kind: "logGroup", childName: childNames.flowLogGroup };
    return [
        { kind: "role", childName: childNames.flowLogRole },
        { kind: "rolePolicy", childName: childNames.flowLogRolePolicy },
        ...(isOwn ? [] : [group]),
    ];
}
