import type { NetworkAcl } from "../../world/objects/network";
import { all, demand, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/** Gives subnets to an ACL; a subnet has one at a time. */
export function takeSubnets(scope: Scope, aclId: string, subnetIds: string[]): NetworkAcl {
    for (const id of subnetIds) {
        demand(scope, "subnets", id);
    }
    for (const other of all(scope.world, "networkAcls").filter(({ id }) => id !== aclId)) {
        const left = other.subnetIds.filter((id) => !subnetIds.includes(id));
        if (left.length < other.subnetIds.length) {
            put(scope.world, "networkAcls", { ...other, subnetIds: left });
        }
    }
    return put(scope.world, "networkAcls", { ...demand(scope, "networkAcls", aclId), subnetIds });
}
