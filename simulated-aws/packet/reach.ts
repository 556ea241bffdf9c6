import { isIn } from "../world/addresses";
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
    if (from.vpcId === vpcId) return true;
    return world.routes.some(
        ({ vpcIds, onPremises = [] }) =>
            vpcIds.includes(vpcId) &&
            (from.vpcId === undefined
                ? onPremises.some((cidr) => isIn(from.address, cidr))
                : vpcIds.includes(from.vpcId)),
    );
}
