import { IngressRule, joinPath, Problem } from "eks-privatelink/domain";

import { GroupRule, RangeList } from "./groupRules";
import { INGRESS_RULE, PREFIX_LIST, PREFIX_LIST_ENTRY } from "./resourceTypes";
import { StackResource } from "./stackResource";

/** Problems that the domain finds in rules, each with the resource to change and the path there. */
export function findInRules(
    rules: GroupRule[],
    find: (rules: IngressRule[]) => Problem[],
): { source: StackResource; problem: Problem }[] {
    const numbered = rules.map(({ rule }, i) => ({ ...rule, path: `rule[${i}]` }));
    return find(numbered).flatMap(({ path, reason }) => {
        const [, index, rest = ""] = /^rule\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
        const found = rules[Number(index)];
        return found === undefined
            ? []
            : [{ source: found.source, problem: { path: pathInSource(found, rest), reason } }];
    });
}

/** The path in the words of the resource that the rule is written in. */
function pathInSource({ source, rule, positions }: GroupRule, path: string): string {
    switch (source.type) {
        case INGRESS_RULE:
            return path
                .replace("ipv6CidrBlocks[0]", "cidrIpv6")
                .replace("cidrBlocks[0]", "cidrIpv4");
        case PREFIX_LIST:
        case PREFIX_LIST_ENTRY:
            return rule.path;
        default: {
            const [, list, index] = /^(cidrBlocks|ipv6CidrBlocks)\[(\d+)\]$/.exec(path) ?? [];
            const position = list && positions[list as RangeList][Number(index)];
            return joinPath(rule.path, list ? `${list}[${position}]` : path);
        }
    }
}
