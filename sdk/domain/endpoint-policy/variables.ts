import { Pattern, PatternKind, toPattern } from "./pattern";

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

/** Values of policy variables by key in lower case; absent where `${…}` is plain text. */
export type Variables = ((key: string) => string | undefined) | undefined;

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
    const fillings: string[] = [];
    let unknown = text.includes(PLACEHOLDER);
    const marked = text.replace(VARIABLE, (_, key: string, fallback?: string) => {
        const filling = ESCAPED.includes(key) ? key : (valueOf(key.toLowerCase()) ?? fallback);
        unknown ||= filling === undefined;
        fillings.push(filling ?? "");
        return PLACEHOLDER;
    });
    if (unknown) {
        return undefined;
    }
    return toPattern(marked, kind).flatMap((token) =>
        token === PLACEHOLDER ? (fillings.shift() ?? "").split("") : [token],
    );
}


/** A text with something else in place of its policy variables. */
export function withoutVariables(text: string, replacement = ""): string {
    return text.replace(VARIABLE, replacement);
}
