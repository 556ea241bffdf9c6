import { deliveryProblem } from "../services/flowLogs/delivery";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";

/** A flow log that watches an interface. */
export interface CoveringFlowLog {
    flowLogId: string;
    /** What it watches: the interface itself, its subnet or its VPC. */
    resourceId: string;
    trafficType: string;
    logDestination: string;
    logFormat: string;
    /** Why its records do not arrive; absent when they do. */
    deliveryProblem?: string;
}

/** The flow logs that record the traffic of a network interface. */
export function flowLogsCovering(world: World, networkInterfaceId: string): CoveringFlowLog[] {
    const target = get(world, "networkInterfaces", networkInterfaceId);
    if (target === undefined) {
        throw new Error(`there is no network interface ${networkInterfaceId}`);
    }
    const places = [target.id, target.subnetId, target.vpcId];
    return all(world, "flowLogs")
        .filter((flowLog) => places.includes(flowLog.resourceId))
        .map((flowLog) => {
            const scope = { world, account: flowLog.account, region: flowLog.region };
            const problem = deliveryProblem(scope, flowLog);
            return {
                flowLogId: flowLog.id,
                resourceId: flowLog.resourceId,
                trafficType: flowLog.trafficType,
                logDestination: flowLog.logDestination,
                logFormat: flowLog.logFormat,
                ...(problem === undefined ? {} : { deliveryProblem: problem }),
            };
        });
}
