/** Context with lower-case keys; every value a list. */
export type Keys = Map<string, string[]>;

/** The only version in which `${…}` is a variable. */
const VERSION = "2012-10-17";

const ESCAPES: { [key: string]: string } = { "*": "*", "?": "?", $: "$" };

/** A text with its variables filled in; undefined when one of them has no value. */
export function fillVariables(
    text: string,
    keys: Keys,
    version: string | undefined,
): string | undefined {
    if (version !== VERSION || !text.includes("${")) return text;
    let missing = 0;
    const filled = text.replace(/\$\{([^}]*)\}/g, (_, inside: string) => {
        const escape = ESCAPES[inside];
        if (escape !== undefined) return escape;
        const [name = "", ...rest] = inside.split(",");
        const fallback = /^\s*'(.*)'\s*$/.exec(rest.join(","))?.[1];
        const values = keys.get(name.trim().toLowerCase());
        const value = values?.length === 1 ? values[0] : fallback;
        if (value === undefined) missing += 1;
        return value ?? "";
    });
    return missing > 0 ? undefined : filled;
}
