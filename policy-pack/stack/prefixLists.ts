import { Findings } from "../findings";
import { Direction, GroupRule } from "./groupRules";
import { follow } from "./links";
import { PREFIX_LIST, PREFIX_LIST_ENTRY } from "./resourceTypes";
import { Stack } from "./stack";
import { StackResource } from "./stackResource";
import { readItems, readStrings } from "./values";

/** Rules with the prefix lists of this stack written out; lists from elsewhere stay in `prefixListIds`. */
export function expandPrefixLists(
    stack: Stack,
    rules: GroupRule[],
    direction: Direction,
    findings: Findings,
): GroupRule[] {
    return rules.flatMap((groupRule) => {
        const { source, written, rule } = groupRule;
        if (rule.prefixListIds.length === 0) {
            return [groupRule];
        }
        const links = ["prefixListIds", "prefixListId"].map((key) =>
            follow(stack, source, rule.path === "" ? key : direction, {
                types: [PREFIX_LIST],
                within: written,
                key,
            }),
        );
        const lists = new Set(links.flatMap(({ resources }) => resources));
        const entries = [...lists].flatMap((list) => readEntries(stack, list, findings));
        const prefixListIds = links.flatMap(({ elsewhere, unknown }) => [
            ...elsewhere,
            ...(unknown === undefined ? [] : ["unknown"]),
        ]);
        return [
            { ...groupRule, rule: { ...rule, prefixListIds } },
            ...entries.map((entry) => toRule(groupRule, entry)),
        ];
    });
}

/** An entry of a prefix list, and the resource it is written in. */
interface Entry {
    source: StackResource;
    path: string;
    cidr: string;
}

function readEntries(stack: Stack, list: StackResource, findings: Findings): Entry[] {
    const inline = readItems(list.given, "entries");
    const entries = inline.items.map(({ index, value }) => ({
        source: list,
        written: value,
        path: `entries[${index}].cidr`,
    }));
    const separate = stack
        .ofType(PREFIX_LIST_ENTRY)
        .filter((entry) =>
            follow(stack, entry, "prefixListId", { types: [PREFIX_LIST] }).resources.includes(list),
        )
        .map((entry) => ({ source: entry, written: entry.given, path: "cidr" }));
    findings.addUnknown(list, ...inline.unknown);
    return [...entries, ...separate].flatMap(({ source, written, path }) => {
        const { values, unknown } = readStrings(written, "cidr");
        findings.addUnknown(source, ...unknown);
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
        positions: { cidrBlocks: [], ipv6CidrBlocks: [] },
        unknown: { ...unknown, ranges: [] },
    };
}
