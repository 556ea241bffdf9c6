import { IP_FAMILIES, type IpFamily } from "./addressing";
import { type Problem, problem } from "./problem";
import { nameFamily } from "./world";

/**
 * Rules that a security group takes in one direction and family, unless the account's quota is raised.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html, read 2026-11-26.
 */
export const RULES_PER_GROUP = 60;

/** Security groups that a network interface takes, unless the account's quota is raised. Source: as above. */
export const GROUPS_PER_INTERFACE = 5;

/** What AWS refuses of an endpoint for the number of its security groups. */
export function checkGroupRoom(path: string, groups: number, room: number): Problem[] {
    const reason =
        `names ${groups} security groups, and AWS takes ${room} a network interface; ` +
        "put their rules into fewer groups, or have the quota raised";
    return groups <= room ? [] : problem(path, reason);
}

/** What rules of one direction count, a family: each range once, and a prefix list its `maxEntries`. */
export interface RuleCount {
    cidrBlocks: number;
    ipv6CidrBlocks: number;
    /** Other groups and the group itself, which count in both families. */
    groups: number;
    /** The most entries that the named prefix lists may have. */
    prefixListEntries: { [family in IpFamily]: number };
}

/** What rules of one direction count before there are any. */
export const NO_RULES: RuleCount = {
    cidrBlocks: 0,
    ipv6CidrBlocks: 0,
    groups: 0,
    prefixListEntries: { ipv4: 0, ipv6: 0 },
};

const WAYS_OUT =
    "write fewer, wider ranges, spread them over several groups, or have the quota raised";

/** What AWS refuses of a group for the number of its rules; `fix` is what to do about it. Source: as `RULES_PER_GROUP`. */
export function checkRuleRoom(
    path: string,
    count: RuleCount,
    room: number,
    fix = WAYS_OUT,
): Problem[] {
    return IP_FAMILIES.flatMap((family) => {
        const ranges = family === "ipv4" ? count.cidrBlocks : count.ipv6CidrBlocks;
        const entries = count.prefixListEntries[family];
        const rules = ranges + count.groups + entries;
        const ofLists =
            entries === 0
                ? ""
                : `, ${entries} of them for prefix lists, which count with their maxEntries`;
        return rules <= room
            ? []
            : problem(
                  path,
                  `comes to ${rules} ${nameFamily(family)} rules${ofLists}, and AWS takes ${room} a group; ${fix}`,
              );
    });
}
