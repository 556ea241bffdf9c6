import { type IngressRule, joinPath, type Problem } from "eks-privatelink/domain";

import { findOtherUse } from "../../eks/security-groups/otherUses";
import type { GroupRule, RangeList } from "../../eks/security-groups/rules";
import type { Findings } from "../../pack/findings";
import { PREFIX_LIST, PREFIX_LIST_ENTRY } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";

/** Reports the problems that the domain has with rules, each about the resource to change and with the path there. */
export function judgeRules(
    rules: GroupRule[],
    findings: Findings,
    check: (rules: IngressRule[]) => Problem[],
): void {
    const numbered = rules.map(({ rule }, i) => ({ ...rule, path: `rule[${i}]` }));
    for (const { path, reason } of check(numbered)) {
        const [, index, rest = ""] = /^rule\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
        const rule = rules[Number(index)];
        if (rule !== undefined) {
            findings.report(rule.source, { path: pathInSource(rule, rest), reason });
        }
    }
}

/** What to do about a rule of a group that serves something else as well: whatever is changed there, somebody else needs. */
export function describeSharedGroup(stack: Stack, group: StackResource): string | undefined {
    const use = findOtherUse(stack, group);
    return use === undefined ? undefined : `but ${use}; give the endpoint a group of its own`;
}

/** The path in the words of the resource that the rule is written in. */
function pathInSource({ source, rule, places }: GroupRule, path: string): string {
    switch (source.type) {
        case PREFIX_LIST:
        case PREFIX_LIST_ENTRY:
            return rule.path;
        default: {
            const [, list, index] = /^(cidrBlocks|ipv6CidrBlocks)\[(\d+)\]$/.exec(path) ?? [];
            const place = list && places[list as RangeList][Number(index)];
            return joinPath(rule.path, place ?? path);
        }
    }
}
