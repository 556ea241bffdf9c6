import type { RuleCount } from "eks-privatelink/domain";

import type { Notes } from "../../stack/notes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peek } from "../../stack/unknownValues";
import { peekString, readNumber, readStrings, readValue } from "../../stack/values";
import type { EksEndpoint } from "../endpoints";
import { findAssociations } from "./groups";
import { linksToLists } from "./prefixLists";
import { type Direction, readRules } from "./rules";

/** How many groups an endpoint has at least; those of a list that preview does not know are not counted. */
export function countGroups(stack: Stack, endpoint: EksEndpoint): number {
    const { given } = endpoint.resource;
    const { values, unknown } = readStrings(given, "securityGroupIds");
    const isListKnown = peek(() => readValue(given, "securityGroupIds")).unknown === undefined;
    const named = new Set(values).size + (isListKnown ? unknown.length : 0);
    return named + findAssociations(stack, endpoint).length;
}

/** What is certain of the rules of a group. What preview does not know is noted and adds nothing. */
export function countRules(
    stack: Stack,
    group: StackResource,
    direction: Direction,
    notes: Notes,
): RuleCount {
    const count = { cidrBlocks: 0, ipv6CidrBlocks: 0, groups: 0 };
    // In preview, every inline rule of a group depends on the lists of all of them, so each list counts once.
    const lists = new Set<StackResource>();
    for (const groupRule of readRules(stack, group, direction, notes)) {
        const { source, rule, unknown } = groupRule;
        count.cidrBlocks += rule.cidrBlocks.length;
        count.ipv6CidrBlocks += rule.ipv6CidrBlocks.length;
        count.groups += rule.securityGroupIds.length + (rule.self ? 1 : 0);
        notes.addUnknown(source, ...unknown.ranges);
        linksToLists(stack, groupRule, direction).resources.forEach((list) => lists.add(list));
    }
    const prefixListEntries = { ipv4: 0, ipv6: 0 };
    for (const { given } of lists) {
        const family = peekString(given, "addressFamily") === "IPv6" ? "ipv6" : "ipv4";
        prefixListEntries[family] += peek(() => readNumber(given, "maxEntries")).value ?? 0;
    }
    return { ...count, prefixListEntries };
}
