import { findPointingTo, follow, joinLinks, type Links } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import { PREFIX_LIST, PREFIX_LIST_ENTRY } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { readItems, readStrings } from "../../stack/values";
import { type Direction, type GroupRule, readRules } from "./rules";

/**
 * The ingress rules of groups with the prefix lists of this stack written out; lists from elsewhere stay in
 * `prefixListIds`.
 */
export function readIngress(stack: Stack, groups: StackResource[], notes: Notes): GroupRule[] {
    const rules = groups.flatMap((group) => readRules(stack, group, "ingress", notes));
    return rules.flatMap((groupRule) => {
        const { rule } = groupRule;
        if (rule.prefixListIds.length === 0) {
            return [groupRule];
        }
        const links = linksToLists(stack, groupRule, "ingress");
        const entries = links.resources.flatMap((list) => readEntries(stack, list, notes));
        const prefixListIds = [
            ...links.elsewhere,
            ...(links.unknown === undefined ? [] : ["unknown"]),
        ];
        return [
            { ...groupRule, rule: { ...rule, prefixListIds } },
            ...entries.map((entry) => toRule(groupRule, entry)),
        ];
    });
}

/** The prefix lists that a rule names. */
export function linksToLists(
    stack: Stack,
    { source, written, rule }: GroupRule,
    direction: Direction,
): Links {
    return joinLinks(
        ["prefixListIds", "prefixListId"].map((key) =>
            follow(stack, source, rule.path === "" ? key : direction, {
                types: [PREFIX_LIST],
                within: written,
                key,
            }),
        ),
    );
}

/** An entry of a prefix list, and the resource it is written in. */
interface Entry {
    source: StackResource;
    path: string;
    cidr: string;
}

function readEntries(stack: Stack, list: StackResource, notes: Notes): Entry[] {
    const inline = readItems(list.given, "entries");
    const entries = inline.items.map(({ index, value }) => ({
        source: list,
        written: value,
        path: `entries[${index}].cidr`,
    }));
    const separate = findPointingTo(stack, list, {
        from: [PREFIX_LIST_ENTRY],
        property: "prefixListId",
        types: [PREFIX_LIST],
    }).map((entry) => ({ source: entry, written: entry.given, path: "cidr" }));
    notes.addUnknown(list, ...inline.unknown);
    return [...entries, ...separate].flatMap(({ source, written, path }) => {
        const { values, unknown } = readStrings(written, "cidr");
        notes.addUnknown(source, ...unknown);
        return values.map((cidr) => ({ source, path, cidr }));
    });
}

function toRule({ written, rule, unknown }: GroupRule, { source, path, cidr }: Entry): GroupRule {
    const isIpv6 = cidr.includes(":");
    return {
        source,
        written,
        rule: {
            ...rule,
            path,
            cidrBlocks: isIpv6 ? [] : [cidr],
            ipv6CidrBlocks: isIpv6 ? [cidr] : [],
            prefixListIds: [],
            securityGroupIds: [],
            self: false,
        },
        places: { cidrBlocks: [], ipv6CidrBlocks: [] },
        unknown: { ...unknown, ranges: [] },
    };
}
