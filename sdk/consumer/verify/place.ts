import { checkPlannedHosts } from "../../connection/hosts";
import { type Problem, problem } from "../../domain/problem";
import type { Joining } from "./joining";

/** What keeps a VPC from using the endpoints because of where it is. */
export function checkPlace({ args, connection, caller, hub }: Joining): Problem[] {
    const { partition, region } = connection;
    if (partition !== caller.partition) {
        const reason =
            `the endpoints of ${hub} are in partition ${partition}, and this stack works in ${caller.partition}; ` +
            `nothing is shared between partitions, so give the connection of a hub in ${caller.partition}`;
        return problem("connection.partition", reason);
    }
    if (region !== caller.region) {
        const reason =
            `the endpoints of ${hub} answer for region ${region}, and this stack works in ${caller.region}; give the ` +
            `connection of a hub in ${caller.region}, or region: "${region}" for a VPC there`;
        return problem("connection.region", reason);
    }
    return checkPlannedHosts(args, region);
}
