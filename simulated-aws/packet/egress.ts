import { all } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Client } from "./client";
import { type Connection, coversAddress, coversPort, interfaceAt } from "./connect";

/** Says whether the security groups of a client let a connection out; a client without groups is not held. */
export function leaves(
    world: World,
    from: Client,
    to: string,
    port: number,
    protocol = "tcp",
): Connection {
    const groups = from.securityGroupIds ?? [];
    if (groups.length === 0) {
        return { allowed: true, reason: "the client has no security group" };
    }
    const targetGroups = interfaceAt(world, from, to)?.securityGroupIds ?? [];
    const rule = all(world, "securityGroupRules").find(
        (each) =>
            each.isEgress &&
            groups.includes(each.groupId) &&
            coversPort(each, port, protocol) &&
            (coversAddress(world, each, to) || targetGroups.includes(each.source.groupId ?? "")),
    );
    return rule === undefined
        ? {
              allowed: false,
              reason: `no egress rule of ${groups.join(", ")} lets ${protocol} ${port} out to ${to}`,
          }
        : { allowed: true, reason: `let out by rule ${rule.id} of ${rule.groupId}` };
}
