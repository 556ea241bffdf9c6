import { addressAt, isIn, parseRange } from "../world/addresses";
import type { NetworkInterface } from "../world/objects/network";
import { get } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Client } from "./client";
import { isRouted } from "./routes";

/**
 * Says whether packets travel from a client to an interface and back: in its own VPC, to one that a route of the world
 * joins with it, or by the routes of both VPCs over a peering or a transit gateway.
 */
export function reaches(world: World, from: Client, target: NetworkInterface): boolean {
    const { vpcId } = target;
    if (from.vpcId === vpcId || isRouted(world, from, target)) {
        return true;
    }
    return world.routes.some(
        ({ vpcIds, onPremises = [] }) =>
            vpcIds.includes(vpcId) &&
            (from.vpcId === undefined
                ? onPremises.some((cidr) => isIn(from.address, cidr))
                : vpcIds.includes(from.vpcId)),
    );
}

/** Some client in a VPC: one at the fifth address of its range. */
export function clientIn(world: World, vpcId: string): Client {
    const range = parseRange(get(world, "vpcs", vpcId)?.cidrBlock ?? "");
    return { vpcId, address: (range && addressAt(range, 4n)) ?? "" };
}
