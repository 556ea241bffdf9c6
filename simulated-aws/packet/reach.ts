import { addressAt, isIn, parseRange } from "../world/addresses";
import { get } from "../world/objectsOf";
import type { World } from "../world/types";

/** Where packets come from. */
export interface Client {
    /** VPC of the client; absent for one on the premises. */
    vpcId?: string;
    address: string;
    /** Groups of the client's own interface, for rules that name a group. Defaults to none. */
    securityGroupIds?: string[];
}

/** Says whether packets travel from a client to a VPC: its own, or one that a route of the world joins with it. */
export function reaches(world: World, from: Client, vpcId: string): boolean {
    if (from.vpcId === vpcId) {
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
