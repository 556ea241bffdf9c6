import { addressAt, isIn, parseRange } from "../world/addresses";
import type { NetworkInterface } from "../world/objects/network";
import { get } from "../world/objectsOf";
import type { World } from "../world/types";
import { isRouted } from "./routes";

/** Where packets come from. */
export interface Client {
    /** VPC of the client; absent for one on the premises. */
    vpcId?: string;
    address: string;
    /** Subnet of the client, where it matters. */
    subnetId?: string;
    /** Groups of the client's own interface, for rules that name a group. Defaults to none. */
    securityGroupIds?: string[];
    /** Public IPv4 address of the client, or true where it has one that is not known. Defaults to none. */
    publicAddress?: string | boolean;
}

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
