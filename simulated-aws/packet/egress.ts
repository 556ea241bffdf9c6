import { isIn } from "../world/addresses";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import { type Connection, coversPort, interfaceAt } from "./connect";
import type { Client } from "./reach";

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
    const rule = all(world, "securityGroupRules").find(({ isEgress, groupId, source, ...each }) => {
        const { cidrIpv4, cidrIpv6, prefixListId } = source;
        const entries = get(world, "prefixLists", prefixListId ?? "")?.entries ?? [];
        const ranges = [cidrIpv4, cidrIpv6, ...entries.map(({ cidr }) => cidr)];
        const names =
            ranges.some((cidr) => cidr !== undefined && isIn(to, cidr)) ||
            (source.groupId !== undefined && targetGroups.includes(source.groupId));
        return isEgress && groups.includes(groupId) && names && coversPort(each, port, protocol);
    });
    return rule === undefined
        ? {
              allowed: false,
              reason: `no egress rule of ${groups.join(", ")} lets ${protocol} ${port} out to ${to}`,
          }
        : { allowed: true, reason: `let out by rule ${rule.id} of ${rule.groupId}` };
}
