import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { RuleSource, SecurityGroupRule } from "../../world/objects/network";
import { all, demand, get, issueId, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { isListOfAws } from "../endpoints/gatewayLists";
import { findVisible } from "../ram/shareable";
import { demandRuleRoom } from "./ruleRoom";

/** A rule as EC2 takes it: ports, one source, a description. */
export type Permission = Pick<
    SecurityGroupRule,
    "isEgress" | "protocol" | "fromPort" | "toPort" | "source" | "description"
>;

const PROTOCOLS: { [key: string]: string } = {
    all: "-1",
    "6": "tcp",
    "17": "udp",
    "1": "icmp",
    "58": "icmpv6",
};

/** One spelling for a protocol: names for those that have one, `-1` for all. */
export function protocolOf(text: string): string {
    const lower = text.toLowerCase();
    return PROTOCOLS[lower] ?? lower;
}

/** Splits a rule of the provider, which has lists of sources, into EC2's rules with one source each. */
export function permissionsFrom(
    item: Properties,
    isEgress: boolean,
    groupId: string,
): Permission[] {
    const given = read(item);
    const protocol = protocolOf(given.text("protocol"));
    const ports =
        protocol === "-1"
            ? { fromPort: -1, toPort: -1 }
            : { fromPort: given.number("fromPort"), toPort: given.number("toPort") };
    const groups = [
        ...given.texts("securityGroups"),
        ...(given.has("sourceSecurityGroupId") ? [given.text("sourceSecurityGroupId")] : []),
        ...(given.flag("self") ? [groupId] : []),
    ];
    const sources: RuleSource[] = [
        ...given.texts("cidrBlocks").map((cidrIpv4) => ({ cidrIpv4 })),
        ...given.texts("ipv6CidrBlocks").map((cidrIpv6) => ({ cidrIpv6 })),
        ...given.texts("prefixListIds").map((prefixListId) => ({ prefixListId })),
        ...groups.map((id) => ({ groupId: id })),
    ];
    const description = given.text("description");
    return sources.map((source) => ({ isEgress, protocol, ...ports, source, description }));
}

/** What makes two rules the same for EC2; the description does not. */
export function keyOf(rule: Permission): string {
    const { cidrIpv4, cidrIpv6, prefixListId, groupId } = rule.source;
    const source = cidrIpv4 ?? cidrIpv6 ?? prefixListId ?? groupId ?? "";
    return [rule.isEgress, rule.protocol, rule.fromPort, rule.toPort, source].join("|");
}

/** The rules of a group in one direction. */
export function rulesOf(scope: Scope, groupId: string, isEgress: boolean): SecurityGroupRule[] {
    return list(scope, "securityGroupRules").filter(
        (rule) => rule.groupId === groupId && rule.isEgress === isEgress,
    );
}

/** Adds rules to a group; EC2 refuses the whole call when one of them is wrong. */
export function authorize(
    scope: Scope,
    groupId: string,
    permissions: Permission[],
    tags: { [key: string]: string } = {},
): string[] {
    const group = demand(scope, "securityGroups", groupId);
    const known = new Set(
        all(scope.world, "securityGroupRules")
            .filter((rule) => rule.groupId === groupId)
            .map(keyOf),
    );
    for (const permission of permissions) {
        demandSource(scope, group.vpcId, permission.source);
        if (known.has(keyOf(permission))) {
            throw duplicate(permission);
        }
        known.add(keyOf(permission));
    }
    demandRuleRoom(scope, groupId, permissions);
    return permissions.map((permission) => {
        const id = issueId(scope.world, "sgr");
        const { account, region } = scope;
        put(scope.world, "securityGroupRules", {
            id,
            account,
            region,
            tags,
            groupId,
            ...permission,
        });
        return id;
    });
}

/** Makes the rules of one direction exactly these, as the provider does for inline lists. */
export function setRules(
    scope: Scope,
    groupId: string,
    isEgress: boolean,
    wanted: Permission[],
): void {
    const keys = new Map(wanted.map((permission) => [keyOf(permission), permission]));
    if (keys.size < wanted.length) {
        throw new AwsError(
            "InvalidParameterValue",
            "The same permission must not appear multiple times",
        );
    }
    for (const rule of rulesOf(scope, groupId, isEgress)) {
        const same = keys.get(keyOf(rule));
        if (same === undefined) {
            remove(scope.world, "securityGroupRules", rule.id);
        } else {
            put(scope.world, "securityGroupRules", { ...rule, description: same.description });
            keys.delete(keyOf(rule));
        }
    }
    authorize(scope, groupId, [...keys.values()]);
}

function demandSource(scope: Scope, vpcId: string, source: RuleSource): void {
    if (
        source.prefixListId !== undefined &&
        findVisible(scope, "prefixLists", source.prefixListId) === undefined &&
        !isListOfAws(scope, source.prefixListId)
    ) {
        throw new AwsError(
            "InvalidPrefixListID.NotFound",
            `The prefix list ID '${source.prefixListId}' does not exist`,
        );
    }
    if (source.groupId === undefined) {
        return;
    }
    const other = get(scope.world, "securityGroups", source.groupId);
    if (other === undefined) {
        throw new AwsError(
            "InvalidGroup.NotFound",
            `The security group '${source.groupId}' does not exist`,
        );
    }
    if (other.vpcId !== vpcId) {
        throw new AwsError(
            "InvalidGroup.NotFound",
            `You have specified two resources that belong to different networks.`,
        );
    }
}

function duplicate(rule: Permission): AwsError {
    const { cidrIpv4, cidrIpv6, prefixListId, groupId } = rule.source;
    const peer = cidrIpv4 ?? cidrIpv6 ?? prefixListId ?? groupId ?? "";
    const protocol = rule.protocol === "-1" ? "ALL" : rule.protocol.toUpperCase();
    const ports =
        rule.protocol === "-1" ? "" : `, from port: ${rule.fromPort}, to port: ${rule.toPort}`;
    return new AwsError(
        "InvalidPermission.Duplicate",
        `the specified rule "peer: ${peer}, ${protocol}${ports}, ALLOW" already exists`,
    );
}
