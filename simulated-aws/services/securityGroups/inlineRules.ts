import type { CheckFailure } from "../../model/resource";
import { type PropertyType, strings, stringSet } from "../../model/schema";
import { isKnown, type Properties, read } from "../../model/values";
import type { SecurityGroupRule } from "../../world/objects/network";
import { cidrProblem } from "../validators";
import { keyOf, permissionsFrom, protocolOf } from "./rules";

/** The type of `ingress` and `egress`. */
export const inlineRules: PropertyType = {
    list: {
        object: {
            cidrBlocks: strings,
            description: "string",
            fromPort: "integer",
            ipv6CidrBlocks: strings,
            prefixListIds: strings,
            protocol: "string",
            securityGroups: stringSet,
            self: "boolean",
            toPort: "integer",
        },
        required: ["fromPort", "protocol", "toPort"],
    },
    unordered: true,
};

/** What the provider refuses in a rule with lists of sources; `property` is the path of the rule. */
export function ruleFailures(item: Properties, property: string): CheckFailure[] {
    const given = read(item);
    const failures: CheckFailure[] = [];
    const refuse = (member: string, reason: string | undefined) => {
        if (reason !== undefined) {
            failures.push({ property: member ? `${property}${member}` : property, reason });
        }
    };
    for (const [index, cidr] of given.texts("cidrBlocks").entries()) {
        refuse(`.cidrBlocks[${index}]`, cidrProblem(cidr, 4));
    }
    for (const [index, cidr] of given.texts("ipv6CidrBlocks").entries()) {
        refuse(`.ipv6CidrBlocks[${index}]`, cidrProblem(cidr, 6));
    }
    const ports = [given.number("fromPort"), given.number("toPort")];
    const isAll = given.has("protocol") && protocolOf(given.text("protocol")) === "-1";
    if (isAll && isKnown(item) && ports.some((port) => port !== 0 && port !== -1)) {
        refuse(
            "",
            `from_port (${ports[0]}) and to_port (${ports[1]}) must both be 0 to use the 'ALL' "-1" protocol!`,
        );
    }
    return failures;
}

/** What the provider refuses in an inline list. */
export function listFailures(inputs: Properties, property: "ingress" | "egress"): CheckFailure[] {
    return read(inputs)
        .records(property)
        .flatMap((item, index) => ruleFailures(item, `${property}[${index}]`));
}

/** EC2's rules as an inline list: grouped as the last known list where they still fit, the rest by port. */
export function asInlineList(
    rules: SecurityGroupRule[],
    known: Properties[],
    groupId: string,
): Properties[] {
    const left = new Map(rules.map((rule) => [`${keyOf(rule)}|${rule.description}`, rule]));
    const kept = known.filter((item) => {
        const keys = permissionsFrom(item, rules[0]?.isEgress ?? false, groupId).map(
            (permission) => `${keyOf(permission)}|${permission.description}`,
        );
        const isThere = keys.length > 0 && keys.every((key) => left.has(key));
        if (isThere) {
            for (const key of keys) {
                left.delete(key);
            }
        }
        return isThere;
    });
    return [...kept, ...grouped([...left.values()], groupId)];
}

function grouped(rules: SecurityGroupRule[], groupId: string): Properties[] {
    const items = new Map<string, SecurityGroupRule[]>();
    for (const rule of rules) {
        const key = [rule.protocol, rule.fromPort, rule.toPort, rule.description].join("|");
        items.set(key, [...(items.get(key) ?? []), rule]);
    }
    return [...items.values()].map((same) => itemFrom(same, groupId));
}

function itemFrom(rules: SecurityGroupRule[], groupId: string): Properties {
    const pick = (member: "cidrIpv4" | "cidrIpv6" | "prefixListId" | "groupId") =>
        rules.flatMap((rule) => rule.source[member] ?? []);
    const groups = pick("groupId");
    const [first] = rules;
    return {
        protocol: first?.protocol ?? "-1",
        fromPort: Math.max(first?.fromPort ?? 0, 0),
        toPort: Math.max(first?.toPort ?? 0, 0),
        cidrBlocks: pick("cidrIpv4"),
        ipv6CidrBlocks: pick("cidrIpv6"),
        prefixListIds: pick("prefixListId"),
        securityGroups: groups.filter((id) => id !== groupId),
        self: groups.includes(groupId),
        description: first?.description ?? "",
    };
}
