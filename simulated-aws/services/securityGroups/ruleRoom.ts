import { AwsError } from "../../world/errors";
import type { PrefixList, RuleSource, SecurityGroupRule } from "../../world/objects/network";
import { all, get } from "../../world/objectsOf";
import type { Scope, World } from "../../world/types";

/** How many rules a group takes in one direction and family. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const RULES_PER_GROUP = 60;

const FAMILIES = ["IPv4", "IPv6"] as const;

type Counted = Pick<SecurityGroupRule, "isEgress" | "source">;

/** Refuses rules beyond those that a group takes, each family on its own. */
export function demandRuleRoom(scope: Scope, groupId: string, more: Counted[]): void {
    const old = all(scope.world, "securityGroupRules").filter((rule) => rule.groupId === groupId);
    for (const isEgress of [false, true]) {
        const added = more.filter((rule) => rule.isEgress === isEgress);
        const rules = [...old.filter((rule) => rule.isEgress === isEgress), ...added];
        if (added.length > 0 && isTooMany(scope.world, rules)) {
            throw new AwsError(
                "RulesPerSecurityGroupLimitExceeded",
                "The maximum number of rules per security group has been reached.",
            );
        }
    }
}

/** Refuses a longer prefix list that would no longer fit into a group that names it. The wording is simulated. */
export function demandListRoom(world: World, list: PrefixList): void {
    const changed: World = {
        ...world,
        objects: {
            ...world.objects,
            prefixLists: { ...world.objects.prefixLists, [list.id]: list },
        },
    };
    const rules = all(world, "securityGroupRules");
    const naming = rules.filter(({ source }) => source.prefixListId === list.id);
    for (const { groupId, isEgress } of naming) {
        const siblings = rules.filter(
            (rule) => rule.groupId === groupId && rule.isEgress === isEgress,
        );
        if (!isTooMany(changed, siblings)) {
            continue;
        }
        throw new AwsError(
            "ResourceLimitExceeded",
            `The maximum of ${list.maxEntries} entries of ${list.id} is more than ${groupId}, which names it, has room for.`,
        );
    }
}

function isTooMany(world: World, rules: Counted[]): boolean {
    return FAMILIES.some((family) => {
        const weights = rules.map(({ source }) => weightOf(world, source, family));
        return weights.reduce((sum, weight) => sum + weight, 0) > RULES_PER_GROUP;
    });
}

/** A prefix list counts with the most entries that it may have, a group in both families. */
function weightOf(world: World, source: RuleSource, family: (typeof FAMILIES)[number]): number {
    if (source.groupId !== undefined) {
        return 1;
    }
    if (source.prefixListId !== undefined) {
        const list = get(world, "prefixLists", source.prefixListId);
        return list?.addressFamily === family ? list.maxEntries : 0;
    }
    return (source.cidrIpv4 !== undefined) === (family === "IPv4") ? 1 : 0;
}
