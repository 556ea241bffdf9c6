/** Context with lower-case keys; every value a list. */
export interface Keys {
    get(key: string): string[] | undefined;
    /** Whether the request may have a value of the key that is not known here. */
    isUnknown(key: string): boolean;
}

/** The only version in which `${…}` is a variable. */
const VERSION = "2012-10-17";

const ESCAPES: { [key: string]: string } = { "*": "*", "?": "?", $: "$" };

/** Keys of the variables in a text whose values are not known. */
export function unknownVariables(text: string, keys: Keys, version: string | undefined): string[] {
    const variables = version === VERSION ? [...text.matchAll(/\$\{([^}]*)\}/g)] : [];
    return variables
        .map(([, inside = ""]) => inside.split(",")[0]?.trim().toLowerCase() ?? "")
        .filter((key) => ESCAPES[key] === undefined && keys.isUnknown(key));
}

/** A text with its variables filled in; undefined when one of them has no value. */
export function fillVariables(
    text: string,
    keys: Keys,
    version: string | undefined,
): string | undefined {
    if (version !== VERSION || !text.includes("${")) {
        return text;
    }
    let missing = 0;
    const filled = text.replace(/\$\{([^}]*)\}/g, (_, inside: string) => {
        const escape = ESCAPES[inside];
        if (escape !== undefined) {
            return escape;
        }
        const [name = "", ...rest] = inside.split(",");
        const fallback = /^\s*'(.*)'\s*$/.exec(rest.join(","))?.[1];
        const values = keys.get(name.trim().toLowerCase());
        const value = values?.length === 1 ? values[0] : fallback;
        if (value === undefined) {
            missing += 1;
        }
        return value ?? "";
    });
    return missing > 0 ? undefined : filled;
}

/**
 * The same for a resource, where a variable counts behind the fifth colon only.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function fillResource(
    text: string,
    keys: Keys,
    version: string | undefined,
): string | undefined {
    const plain = text.replace(/\$\{[^}]*\}/g, (variable) => "-".repeat(variable.length));
    const [, , , , fifth] = [...plain.matchAll(/:/g)];
    if (fifth === undefined) {
        return text;
    }
    const filled = fillVariables(text.slice(fifth.index), keys, version);
    return filled === undefined ? undefined : text.slice(0, fifth.index) + filled;
}
