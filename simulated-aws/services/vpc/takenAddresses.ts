import { all } from "../../world/objectsOf";
import type { World } from "../../world/types";

/** Addresses of a subnet that interfaces have, whoever owns them. Other VPCs may have the same ones. */
export function takenAddresses(world: World, subnetId: string, exceptId?: string): Set<string> {
    const others = all(world, "networkInterfaces").filter(
        (each) => each.subnetId === subnetId && each.id !== exceptId,
    );
    return new Set(others.flatMap((each) => [each.privateIp, each.ipv6Address]));
}
