import { AwsError } from "../../world/errors";
import type { Endpoint } from "../../world/objects/network";
import { demand, list } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { gatewayListId } from "./gatewayLists";

/** Route tables of a gateway endpoint are of its VPC, and have one gateway endpoint of a service. */
export function demandTables(
    scope: Scope,
    {
        vpcId,
        serviceName,
        routeTableIds,
    }: Pick<Endpoint, "vpcId" | "serviceName" | "routeTableIds">,
    id: string | undefined,
): void {
    const others = list(scope, "endpoints").filter(
        (each) => each.id !== id && each.type === "Gateway" && each.serviceName === serviceName,
    );
    for (const tableId of routeTableIds) {
        if (demand(scope, "routeTables", tableId).vpcId !== vpcId) {
            throw new AwsError(
                "InvalidParameter",
                `The route table ${tableId} and ${vpcId} belong to different networks`,
            );
        }
        if (others.some((each) => each.routeTableIds.includes(tableId))) {
            throw new AwsError(
                "RouteAlreadyExists",
                `route table ${tableId} already has a route with destination-prefix-list-id ${gatewayListId(serviceName)}`,
            );
        }
    }
}
