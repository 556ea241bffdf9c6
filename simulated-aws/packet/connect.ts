import { canonicalAddress, isIn } from "../world/addresses";
import type { NetworkInterface, SecurityGroupRule } from "../world/objects/network";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Client } from "./client";
import { internetPath } from "./internet";
import { stoppingAcl } from "./networkAcls";
import { isPublicAddress } from "./publicAddress";
import { reaches } from "./reach";
import { type Undecided, withNetworkDoubts } from "./undecided";

export interface Connection extends Undecided {
    allowed: boolean;
    /** The rule that admits it, or why nothing does. */
    reason: string;
}

/**
 * Tries to connect to an address: routing first, then network ACLs, then the security groups of the interface that has it. An
 * address in the internet has nothing in the world that could refuse.
 */
export function connect(
    world: World,
    from: Client,
    to: string,
    port: number,
    protocol = "tcp",
): Connection {
    const target = interfaceAt(world, from, to);
    const ids = [
        from.vpcId ?? "",
        from.subnetId ?? "",
        target?.vpcId ?? "",
        target?.subnetId ?? "",
    ];
    return withNetworkDoubts(world, ids, admission(world, from, target, to, port, protocol));
}

function admission(
    world: World,
    from: Client,
    target: NetworkInterface | undefined,
    to: string,
    port: number,
    protocol: string,
): Connection {
    const { vpcId } = from;
    if (target === undefined && vpcId !== undefined && isPublicAddress(world, vpcId, to)) {
        return internetPath(world, { ...from, vpcId }, to, port, protocol);
    }
    if (target === undefined) {
        return {
            allowed: false,
            reason: `no interface that ${from.vpcId ?? from.address} reaches has the address ${to}`,
        };
    }
    const acl = stoppingAcl(world, from, { ...target, address: to }, port, protocol);
    if (acl !== undefined) {
        return { allowed: false, reason: acl };
    }
    const rules = all(world, "securityGroupRules").filter(
        (rule) => !rule.isEgress && target.securityGroupIds.includes(rule.groupId),
    );
    const rule = rules.find(
        (each) => coversPort(each, port, protocol) && coversClient(world, each, from, target.vpcId),
    );
    if (rule === undefined) {
        const groups = target.securityGroupIds.join(", ");
        return {
            allowed: false,
            reason: `no rule of ${groups} admits ${from.address} on ${protocol} ${port}`,
        };
    }
    return { allowed: true, reason: `admitted by rule ${rule.id} of ${rule.groupId}` };
}

/** The interface that the client reaches at an address; in its own VPC rather than in another. */
export function interfaceAt(world: World, from: Client, to: string): NetworkInterface | undefined {
    const address = canonicalAddress(to);
    if (address === undefined) {
        return undefined;
    }
    const isIpv6 = address.includes(":");
    const reached = all(world, "networkInterfaces").filter(
        (each) =>
            (isIpv6
                ? canonicalAddress(each.ipv6Address) === address
                : each.privateIp === address) && reaches(world, from, each),
    );
    return reached.find((each) => each.vpcId === from.vpcId) ?? reached[0];
}

/** Says whether a rule is about a port. */
export function coversPort(
    rule: Pick<SecurityGroupRule, "protocol" | "fromPort" | "toPort">,
    port: number,
    protocol: string,
): boolean {
    if (rule.protocol === "-1") {
        return true;
    }
    return rule.protocol === protocol && rule.fromPort <= port && port <= rule.toPort;
}

function coversClient(
    world: World,
    rule: SecurityGroupRule,
    from: Client,
    targetVpcId: string,
): boolean {
    const { groupId } = rule.source;
    const isOwnVpc = from.vpcId === targetVpcId;
    return (
        coversAddress(world, rule, from.address) ||
        (groupId !== undefined && isOwnVpc && (from.securityGroupIds ?? []).includes(groupId))
    );
}

/** Says whether a rule is about an address by a range of its own or of its prefix list. */
export function coversAddress(
    world: World,
    { source: { cidrIpv4, cidrIpv6, prefixListId = "" } }: SecurityGroupRule,
    address: string,
): boolean {
    const entries = get(world, "prefixLists", prefixListId)?.entries ?? [];
    const ranges = [cidrIpv4, cidrIpv6, ...entries.map(({ cidr }) => cidr)];
    return ranges.some((cidr) => cidr !== undefined && isIn(address, cidr));
}
