import type { World } from "../../../tests/simulated-aws";
import { flowLogsCovering } from "../../../tests/simulated-aws";
import type { SetOutputs } from "../outputs";
import { interfacesOf } from "./endpoints";
import { table } from "./table";

/** The flow logs that record the endpoints' interfaces. */
export function flowLogsTable(world: World, { connection }: SetOutputs): string {
    const interfaces = Object.values(connection.services).flatMap(({ endpointId }) =>
        interfacesOf(world, endpointId),
    );
    const covering = interfaces.flatMap(({ id }) => flowLogsCovering(world, id));
    const flowLogs = new Map(covering.map((flowLog) => [flowLog.flowLogId, flowLog]));
    const rows = [...flowLogs.values()].map((flowLog) => {
        const covered = covering.filter(({ flowLogId }) => flowLogId === flowLog.flowLogId).length;
        return [
            flowLog.flowLogId,
            flowLog.trafficType,
            `${covered} of ${interfaces.length}`,
            flowLog.deliveryProblem ??
                `${flowLog.logDestination.split(":").slice(5).join(":")}\n${retention(world, flowLog.logDestination)}`,
        ];
    });
    return table(["Flow log", "Traffic", "Interfaces", "Destination"], rows);
}

function retention({ objects }: World, logDestination: string): string {
    const group = Object.values(objects.logGroups).find(({ name }) =>
        logDestination.includes(`:log-group:${name}`),
    );
    return group === undefined
        ? ""
        : `kept ${group.retentionInDays === 0 ? "for ever" : `${group.retentionInDays} days`}`;
}
