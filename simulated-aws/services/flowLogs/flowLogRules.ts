import { AwsError } from "../../world/errors";
import type { FlowLog } from "../../world/objects/audit";
import { demand, list } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { unknownFields } from "./recordFields";

export type WantedFlowLog = Omit<FlowLog, "id">;

/** Flow logs on one VPC, subnet or interface. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const LOGS_PER_RESOURCE = 250;

/** Refuses what EC2 refuses in the flow log itself. Wording simulated, codes as AWS has them. */
export function demandFlowLogPossible(scope: Scope, wanted: WantedFlowLog): void {
    const { resourceId } = wanted;
    if (resourceId.startsWith("vpc-")) {
        demand(scope, "vpcs", resourceId);
    } else if (resourceId.startsWith("subnet-")) {
        demand(scope, "subnets", resourceId);
    } else {
        demand(scope, "networkInterfaces", resourceId);
    }
    if (wanted.trafficType === "") {
        throw new AwsError(
            "MissingParameter",
            "The request must contain the parameter TrafficType",
        );
    }
    const [unknown] = unknownFields(wanted.logFormat);
    if (unknown !== undefined) {
        throw new AwsError("InvalidParameter", `Unknown fields provided: ${unknown}`);
    }
    const siblings = list(scope, "flowLogs").filter((each) => each.resourceId === resourceId);
    if (siblings.some((each) => isSame(each, wanted))) {
        throw new AwsError(
            "FlowLogAlreadyExists",
            "Error. There is an existing Flow Log with the same configuration and log destination.",
        );
    }
    if (siblings.length >= LOGS_PER_RESOURCE) {
        throw new AwsError(
            "FlowLogsLimitExceeded",
            `The maximum number of flow logs for ${resourceId} has been reached.`,
        );
    }
}

function isSame(one: WantedFlowLog, other: WantedFlowLog): boolean {
    return (
        one.trafficType === other.trafficType &&
        one.logDestination === other.logDestination &&
        one.logFormat === other.logFormat &&
        one.maxAggregationInterval === other.maxAggregationInterval
    );
}
