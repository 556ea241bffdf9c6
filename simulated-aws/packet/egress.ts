import { isIn } from "../world/addresses";
import type { SecurityGroupRule } from "../world/objects/network";
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
    const rule = all(world, "securityGroupRules").find(
        (each) =>
            each.isEgress &&
            groups.includes(each.groupId) &&
            coversPort(each, port, protocol) &&
            names(world, each, to, targetGroups),
    );
    return rule === undefined
        ? {
              allowed: false,
              reason: `no egress rule of ${groups.join(", ")} lets ${protocol} ${port} out to ${to}`,
          }
        : { allowed: true, reason: `let out by rule ${rule.id} of ${rule.groupId}` };
}

/** Says whether a rule is about an address, or about the groups that are there. */
function names(world: World, { source }: SecurityGroupRule, to: string, groups: string[]): boolean {
    const { cidrIpv4, cidrIpv6, prefixListId = "", groupId = "" } = source;
    const entries = get(world, "prefixLists", prefixListId)?.entries ?? [];
    const ranges = [cidrIpv4, cidrIpv6, ...entries.map(({ cidr }) => cidr)];
    return groups.includes(groupId) || ranges.some((cidr) => cidr !== undefined && isIn(to, cidr));
}
