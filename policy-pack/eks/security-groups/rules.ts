import type { IngressRule } from "eks-privatelink/domain";

import { follow, groupByTarget } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import {
    EGRESS_RULE,
    INGRESS_RULE,
    SECURITY_GROUP_RULE,
    SECURITY_GROUPS,
} from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peek, type UnknownValue } from "../../stack/unknownValues";
import {
    peekString,
    readBoolean,
    readItems,
    readNumber,
    readString,
    readStrings,
} from "../../stack/values";

/** The two directions of security-group rules. */
export type Direction = "ingress" | "egress";

/** The lists of a rule that hold ranges. */
export type RangeList = "cidrBlocks" | "ipv6CidrBlocks";

/** A rule of a security group, with what preview does not know of it. */
export interface GroupRule {
    /** The group itself for an inline rule, otherwise the resource that the rule comes from. */
    source: StackResource;
    /** What is written, property by property. */
    written: unknown;
    /** Its path is empty for a rule that is a resource. */
    rule: IngressRule;
    /** Where each known range stands in the rule: its place in a list, where preview may not know others, or a property. */
    places: { [list in RangeList]: string[] };
    unknown: {
        /** Unknown protocol or port. */
        ports?: UnknownValue;
        /** Unknown ranges. Prefix lists are for `expandPrefixLists`; an unknown group counts as a group. */
        ranges: UnknownValue[];
        description?: UnknownValue;
    };
}

/**
 * The rules of a group, inline ones and those that are resources of their own. Inline rules of which preview knows
 * nothing are noted as unknown.
 */
export function readRules(
    stack: Stack,
    group: StackResource,
    direction: Direction,
    notes: Notes,
): GroupRule[] {
    const read = stack.once(READ_BEFORE[direction]);
    const { rules, unknown } = read.get(group) ?? readAll(stack, group, direction);
    read.set(group, { rules, unknown });
    notes.addUnknown(group, ...unknown);
    return rules;
}

/** The rules of a group, and the inline ones of which preview knows nothing. */
interface RulesOfGroup {
    rules: GroupRule[];
    unknown: UnknownValue[];
}

/** Groups that are read already: endpoints share them. */
const READ_BEFORE = {
    ingress: () => new Map<StackResource, RulesOfGroup>(),
    egress: () => new Map<StackResource, RulesOfGroup>(),
};

function readAll(stack: Stack, group: StackResource, direction: Direction): RulesOfGroup {
    const inline = readItems(group.given, direction);
    const separate = stack.once(RULES_BY_GROUP[direction]).get(group) ?? [];
    return {
        rules: [
            ...inline.items.map(({ index, value }) =>
                readRule(group, value, `${direction}[${index}]`),
            ),
            ...separate.map((resource) => readRule(resource, resource.given, "")),
        ],
        unknown: inline.unknown,
    };
}

const RULES_BY_GROUP = {
    ingress: (stack: Stack) => findRuleResources(stack, "ingress"),
    egress: (stack: Stack) => findRuleResources(stack, "egress"),
};

/** The rules that are resources of their own, by the group that they belong to. */
function findRuleResources(
    stack: Stack,
    direction: Direction,
): Map<StackResource, StackResource[]> {
    const either = stack
        .ofType(SECURITY_GROUP_RULE)
        .filter(({ given }) => peekString(given, "type") === direction);
    const newer = stack.ofType(direction === "ingress" ? INGRESS_RULE : EGRESS_RULE);
    return groupByTarget([...either, ...newer], (rule) =>
        follow(stack, rule, "securityGroupId", { types: SECURITY_GROUPS }),
    );
}

function readRule(source: StackResource, written: unknown, path: string): GroupRule {
    const ports = peek(() => ({
        ipProtocol: readString(written, "protocol") ?? readString(written, "ipProtocol") ?? "",
        fromPort: readNumber(written, "fromPort"),
        toPort: readNumber(written, "toPort"),
    }));
    const self = peek(() => readBoolean(written, "self"));
    const description = peek(() => readString(written, "description"));
    // A rule that is a resource has one range, under a name of its own, and so has every rule of aws-native.
    const ipv4 = readRanges(written, "cidrBlocks", "cidrIpv4");
    const ipv6 = readRanges(written, "ipv6CidrBlocks", "cidrIpv6");
    const groups = ["securityGroups", "sourceSecurityGroupId", "referencedSecurityGroupId"];
    const rule: IngressRule = {
        path,
        ...(ports.value ?? { ipProtocol: "" }),
        cidrBlocks: ipv4.ranges,
        ipv6CidrBlocks: ipv6.ranges,
        prefixListIds: readIds(written, "prefixListIds", "prefixListId"),
        securityGroupIds: readIds(written, ...groups),
        self: self.value ?? false,
        description: description.value,
    };
    const unknown = {
        ports: ports.unknown,
        ranges: [...ipv4.unknown, ...ipv6.unknown, ...(self.unknown ? [self.unknown] : [])],
        description: description.unknown,
    };
    const places = { cidrBlocks: ipv4.places, ipv6CidrBlocks: ipv6.places };
    return { source, written, rule, places, unknown };
}

function readRanges(
    written: unknown,
    list: string,
    single: string,
): { ranges: string[]; places: string[]; unknown: UnknownValue[] } {
    const listed = readItems(written, list);
    const alone = readItems(written, single);
    const known = [
        ...listed.items.map(({ index, value }) => ({ value, place: `${list}[${index}]` })),
        ...alone.items.map(({ value }) => ({ value, place: single })),
    ].filter(({ value }) => typeof value === "string");
    return {
        ranges: known.map(({ value }) => String(value)),
        places: known.map(({ place }) => place),
        unknown: [...listed.unknown, ...alone.unknown],
    };
}

/** IDs under any of the names; an ID that preview does not know stands as `unknown`, because only that there is one counts. */
function readIds(written: unknown, ...names: string[]): string[] {
    return names.flatMap((name) => {
        const { values, unknown } = readStrings(written, name);
        return [...values, ...unknown.map(() => "unknown")];
    });
}
