/** What a right is for. */
export type Use =
    /** Looks of a preview and an update without which they fail. */
    | "look"
    /** Looks without which they go on: with a warning, or with one less. */
    | "optional"
    /** What exists is read: by a refresh, and after each change. */
    | "read"
    /** Creates, changes and destroys. */
    | "write";

/** Conditions of a statement, by operator and key. */
export interface Conditions {
    [operator: string]: { [key: string]: string[] };
}

/** A statement of an IAM policy, with places such as `<region>` for what each user fills in. */
export interface Right {
    sid: string;
    use: Use;
    reason: string;
    actions: string[];
    /** Defaults to `*`, where AWS judges the actions on no resource. */
    resources?: string[];
    /** Defaults to none. */
    conditions?: Conditions;
}

/** The rights of a component, or of one of its choices. */
export interface RightsOf {
    component: string;
    /** When they are needed. */
    when: string;
    rights: Right[];
}

/** What places stand for; several values make several resources. */
export interface Places {
    [place: string]: string | string[];
}

/** An IAM policy as it stands in JSON. */
export interface PolicyDocument {
    Version: string;
    Statement: object[];
}

/** The policy of rights, with places filled in. They stay as they are where nothing is given for them. */
export function policyOf(rights: Right[], places: Places = {}): PolicyDocument {
    const Statement = rights.map(({ sid, actions, resources = ["*"], conditions }) => ({
        Sid: sid,
        Effect: "Allow",
        Action: oneOrMore(actions),
        Resource: oneOrMore(fillAll(resources, places)),
        ...(conditions === undefined ? {} : { Condition: fillConditions(conditions, places) }),
    }));
    return { Version: "2012-10-17", Statement };
}

function fillConditions(conditions: Conditions, places: Places): object {
    const filled = Object.entries(conditions).map(([operator, keys]) => [
        operator,
        Object.fromEntries(
            Object.entries(keys).map(([key, values]) => [key, oneOrMore(fillAll(values, places))]),
        ),
    ]);
    return Object.fromEntries(filled) as object;
}

function fillAll(texts: string[], places: Places): string[] {
    return [...new Set(texts.flatMap((text) => fill(text, places)))];
}

/** A text once for each value of its places. */
function fill(text: string, places: Places): string[] {
    return Object.entries(places).reduce(
        (texts, [place, values]) =>
            texts.flatMap((each) =>
                each.includes(`<${place}>`)
                    ? [values].flat().map((value) => each.replaceAll(`<${place}>`, value))
                    : [each],
            ),
        [text],
    );
}

function oneOrMore(items: string[]): string | string[] {
    const [first = ""] = items;
    return items.length === 1 ? first : items;
}
