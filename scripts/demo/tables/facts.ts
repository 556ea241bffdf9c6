import { flowLogsCovering, type World } from "../../../simulated-aws/index";
import type { HubOutputs } from "../outputs";
import { interfacesOf } from "./endpoints";

/** What there is to say of a hub in a few lines. */
export function factLines(world: World, { connection, monthlyCostUsd }: HubOutputs): string[] {
    const cost = monthlyCostUsd === undefined ? "unknown here" : `USD ${monthlyCostUsd.toFixed(2)}`;
    return [
        `Policy    principals and resources of ${perimeterOf(connection)} only; oidc-eks takes no policy`,
        `Flow log  ${recorded(world, connection)}`,
        `Cost      ${cost} a month for the endpoints, without data and log ingestion`,
    ];
}

function perimeterOf({ perimeter }: HubOutputs["connection"]): string {
    const { organizationIds, organizationPaths, accountIds } = perimeter;
    return [...organizationIds, ...organizationPaths, ...accountIds].join(", ");
}

function recorded(world: World, { services }: HubOutputs["connection"]): string {
    const interfaces = Object.values(services).flatMap(({ endpointId }) =>
        interfacesOf(world, endpointId),
    );
    const covering = interfaces.map(({ id }) => flowLogsCovering(world, id));
    const complete = covering.filter((logs) =>
        logs.some((log) => log.trafficType === "ALL" && log.deliveryProblem === undefined),
    );
    const group = Object.values(world.objects.logGroups).find(({ name }) =>
        covering.flat().some(({ logDestination }) => logDestination.includes(`:${name}`)),
    );
    const kept = group === undefined ? "" : `, kept for ${group.retentionInDays} days`;
    return `all traffic of ${complete.length} of ${interfaces.length} interfaces${kept}`;
}
