import { findFamilyProblems, IpFamily, Problem } from "eks-privatelink/domain";

import { Findings } from "../findings";
import { readRules } from "./groupRules";
import { expandPrefixLists } from "./prefixLists";
import { Stack } from "./stack";
import { StackResource } from "./stackResource";

/**
 * Families in which all groups together admit nobody. None, with the rules noted as unknown, when somebody may be
 * admitted whom preview does not know yet.
 */
export function findUnserved(
    stack: Stack,
    groups: StackResource[],
    families: IpFamily[],
    findings: Findings,
): Problem[] {
    const unsure = new Findings();
    const written = groups.flatMap((group) => readRules(stack, group, "ingress", unsure));
    const rules = expandPrefixLists(stack, written, "ingress", unsure);
    for (const { source, unknown } of rules) {
        unsure.addUnknown(source, unknown.ports, ...unknown.ranges);
    }
    const problems = findFamilyProblems(
        rules.map(({ rule }) => rule),
        families,
    );
    if (problems.length === 0 || unsure.unknowns.size === 0) {
        return problems;
    }
    findings.addUnknowns(unsure.unknowns);
    return [];
}
