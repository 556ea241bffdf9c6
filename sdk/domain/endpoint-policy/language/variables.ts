import {
    ANYTHING,
    isComplete,
    matches,
    type Pattern,
    type PatternKind,
    placesAfter,
    toPattern,
} from "./pattern";

/** Policy variables, `${aws:PrincipalTag/team}` or `${key, 'default'}`; `${*}`, `${?}` and `${$}` are those characters. */
const VARIABLE = /\$\{\s*([^},]*?)\s*(?:,\s*'([^']*)'\s*)?\}/g;
const ESCAPED = ["*", "?", "$"];

/** A character of Unicode's private use area; nothing that AWS compares contains one. */
const PLACEHOLDER = "\uf8ff";

/** Versions of the language that know policy variables. Source: IAM User Guide, reference_policies_elements_version.html */
export function knowsVariables(version: string): boolean {
    return version === "2012-10-17";
}

/** Keys of the policy variables in a text, in lower case. */
export function findVariables(text: string): string[] {
    return [...text.matchAll(VARIABLE)]
        .map(([, key = ""]) => key.toLowerCase())
        .filter((key) => !ESCAPED.includes(key));
}

/** Where AWS takes policy variables in a resource: behind the fifth colon. Source: IAM User Guide, reference_policies_variables.html */
function findVariablePart(resource: string): number {
    const colons = resource
        .replace(VARIABLE, (variable) => "x".repeat(variable.length))
        .matchAll(/:/g);
    return [...colons][4]?.index ?? resource.length;
}

/** The policy variables that stand in a resource where AWS takes them for plain text. */
export function findMisplacedVariables(resource: string): string[] {
    return findVariables(resource.slice(0, findVariablePart(resource)));
}

/** A resource with those variables written as the plain text that they are. */
export function escapeMisplacedVariables(resource: string): string {
    const at = findVariablePart(resource);
    return resource.slice(0, at).replace(/\$\{/g, "${$}{") + resource.slice(at);
}

/** A text with something else in place of its policy variables. */
export function withoutVariables(text: string, replacement = ""): string {
    return text.replace(VARIABLE, replacement);
}

/**
 * Values of policy variables by key in lower case: a text, a pattern for one that is not settled, undefined for one
 * without value. The function itself is absent where `${…}` is plain text.
 */
export type Variables = ((key: string) => string | Pattern | undefined) | undefined;

/** A text with its variables filled in, as a pattern; undefined when one has neither a value nor a default. */
export function fillVariables(
    text: string,
    kind: PatternKind,
    valueOf: Variables,
): Pattern | undefined {
    if (valueOf === undefined) {
        return toPattern(text, kind);
    }
    // Wildcards in a variable's value are plain characters: it replaces its placeholder after the wildcards are told.
    const fillings: (Pattern | undefined)[] = [];
    const marked = text.replace(VARIABLE, (_, key: string, fallback?: string) => {
        const filling = ESCAPED.includes(key) ? key : (valueOf(key.toLowerCase()) ?? fallback);
        fillings.push(typeof filling === "string" ? filling.split("") : filling);
        return PLACEHOLDER;
    });
    return text.includes(PLACEHOLDER) || fillings.includes(undefined)
        ? undefined
        : toPattern(marked, kind).flatMap((token) =>
              token === PLACEHOLDER ? (fillings.shift() ?? []) : [token],
          );
}

/** So many ways of filling in a variable are tried where a text leaves several open. */
const MOST_FILLINGS = 4;

/** What a variable would have to hold for the text around it to fit a value; empty when nothing would do. */
export function findFillings(
    text: string,
    kind: PatternKind,
    variable: string,
    value: string,
    valueOf: Variables,
): string[] {
    const pattern = fillVariables(text, kind, (key) => (key === variable ? MARK : valueOf?.(key)));
    const at = pattern?.indexOf(MARK) ?? -1;
    if (pattern === undefined || at < 0) {
        return [];
    }
    const before = pattern.slice(0, at);
    // The same variable may stand there more than once; further places only have to admit what the first one holds.
    const after = pattern.slice(at + 1).map((token) => (token === MARK ? ANYTHING : token));
    const cuts = Array.from({ length: value.length + 1 }, (_, index) => index);
    const starts = cuts.filter((cut) =>
        isComplete(before, placesAfter(before, value.slice(0, cut))),
    );
    const ends = cuts.filter((cut) => matches(after, value.slice(cut)));
    return starts
        .flatMap((start) => ends.filter((end) => end > start).map((end) => value.slice(start, end)))
        .slice(0, MOST_FILLINGS);
}

/** Another character of the private use area, for the variable that is looked for. */
const MARK = "\uf8fe";
