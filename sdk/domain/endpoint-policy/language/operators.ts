import { parseCidr, unionContains } from "../../cidr";
import { matches, type PatternKind } from "./pattern";
import { fillVariables, type Variables } from "./variables";

/** How the values of an operator are compared; those of the family `text` may contain policy variables. */
export type OperatorFamily = "text" | "numeric" | "date" | "bool" | "binary" | "address" | "null";

/** A condition operator, without qualifier and suffix. */
interface Comparison {
    name: string;
    family: OperatorFamily;
    /** Whether it asks that no value fits; such an operator is true when the key is absent. */
    negated: boolean;
    /** For the family `text`. */
    kind?: PatternKind;
    ignoresCase?: boolean;
    /** For the families `numeric` and `date`: request value against policy value. */
    relation?: (value: number, limit: number) => boolean;
}

/** A condition operator as it is written: `ForAnyValue:StringLikeIfExists`. */
export interface Operator extends Comparison {
    qualifier?: "ForAllValues" | "ForAnyValue";
    /** Whether a request without the key is let pass. */
    ifExists: boolean;
}

const RELATIONS: { suffix: string; negated: boolean; relation: Comparison["relation"] }[] = [
    { suffix: "Equals", negated: false, relation: (value, limit) => value === limit },
    { suffix: "NotEquals", negated: true, relation: (value, limit) => value === limit },
    { suffix: "LessThan", negated: false, relation: (value, limit) => value < limit },
    { suffix: "LessThanEquals", negated: false, relation: (value, limit) => value <= limit },
    { suffix: "GreaterThan", negated: false, relation: (value, limit) => value > limit },
    { suffix: "GreaterThanEquals", negated: false, relation: (value, limit) => value >= limit },
];

const TEXTS: { names: [string, string]; kind: PatternKind; ignoresCase?: boolean }[] = [
    { names: ["StringEquals", "StringNotEquals"], kind: "text" },
    {
        names: ["StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
        kind: "text",
        ignoresCase: true,
    },
    { names: ["StringLike", "StringNotLike"], kind: "wildcards" },
    { names: ["ArnEquals", "ArnNotEquals"], kind: "arn" },
    { names: ["ArnLike", "ArnNotLike"], kind: "arn" },
];

/** Every operator. Source: IAM User Guide, reference_policies_elements_condition_operators.html */
const COMPARISONS: Comparison[] = [
    ...TEXTS.flatMap(({ names, ...rest }) =>
        names.map((name, index) => ({
            name,
            family: "text" as const,
            negated: index === 1,
            ...rest,
        })),
    ),
    ...RELATIONS.flatMap(({ suffix, ...rest }) => [
        { name: `Numeric${suffix}`, family: "numeric" as const, ...rest },
        { name: `Date${suffix}`, family: "date" as const, ...rest },
    ]),
    { name: "Bool", family: "bool", negated: false },
    { name: "BinaryEquals", family: "binary", negated: false },
    { name: "IpAddress", family: "address", negated: false },
    { name: "NotIpAddress", family: "address", negated: true },
    { name: "Null", family: "null", negated: false },
];

/** Names of every operator, without qualifiers and suffix. */
export const OPERATOR_NAMES: string[] = COMPARISONS.map(({ name }) => name);

/** The operator that a text names, whatever its letter case; undefined for none. */
export function findOperator(text: string): Operator | undefined {
    const match = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/i.exec(text);
    const name = match?.[2]?.toLowerCase();
    const comparison = COMPARISONS.find((each) => each.name.toLowerCase() === name);
    if (comparison === undefined || (comparison.family === "null" && match?.[3] !== undefined)) {
        return undefined;
    }
    const qualifier = match?.[1]?.toLowerCase();
    return {
        ...comparison,
        ...(qualifier !== undefined && {
            qualifier: qualifier === "forallvalues" ? "ForAllValues" : "ForAnyValue",
        }),
        ifExists: match?.[3] !== undefined,
    };
}

/** What a key of a request holds; undefined or empty when the request does not have it. */
export type KeyValues = string[] | undefined;

/**
 * Whether a condition on one key holds for a request; undefined where AWS does not say, or a policy variable has no
 * value, so that nobody should rely on it.
 */
export function holds(
    operator: Operator,
    policyValues: string[],
    requestValues: KeyValues,
    variables: Variables,
): boolean | undefined {
    const values = requestValues ?? [];
    if (operator.family === "null") {
        return policyValues.some(
            (text) => (text.toLowerCase() === "true") === (values.length === 0),
        );
    }
    if (values.length === 0) {
        return holdsForAbsent(operator);
    }
    const answers = policyValues.map((text) => toTest(operator, text, variables));
    if (operator.negated && answers.includes(undefined)) {
        return undefined;
    }
    const fits = values.map((value) => answers.some((test) => test?.(value) ?? false));
    const wanted = !operator.negated;
    switch (operator.qualifier) {
        case "ForAllValues":
            return fits.every((fit) => fit === wanted);
        case "ForAnyValue":
            return fits.includes(wanted);
        default:
            return operator.negated ? !fits.includes(true) : fits.includes(true);
    }
}

function holdsForAbsent({ qualifier, ifExists, negated }: Operator): boolean | undefined {
    switch (qualifier) {
        case "ForAllValues":
            return true;
        case "ForAnyValue":
            // The guide says that ForAnyValue is false without the key, and that IfExists is true without it.
            return ifExists ? undefined : false;
        default:
            return ifExists || negated;
    }
}

/** What one value of the policy asks of a value of the request; undefined when a policy variable has no value. */
function toTest(
    { family, kind = "text", ignoresCase, relation }: Operator,
    text: string,
    variables: Variables,
): ((value: string) => boolean) | undefined {
    switch (family) {
        case "text": {
            const pattern = fillVariables(text, kind, variables);
            const fold = (each: string) => (ignoresCase ? each.toLowerCase() : each);
            return pattern && ((value) => matches(pattern.map(fold), fold(value)));
        }
        case "numeric":
            return (value) => relation?.(Number(value), Number(text)) ?? false;
        case "date":
            return (value) => relation?.(parseDate(value), parseDate(text)) ?? false;
        case "address":
            return (value) => holdsAddress(text, value);
        default:
            return (value) => value.toLowerCase() === text.toLowerCase();
    }
}

/** Milliseconds since 1970 of an ISO 8601 date or of seconds since then. */
export function parseDate(text: string): number {
    return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** The CIDR form of an address that may stand without prefix length. */
export function toCidr(text: string): string {
    return text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`;
}

function holdsAddress(range: string, address: string): boolean {
    const outer = parseCidr(toCidr(range));
    const inner = parseCidr(toCidr(address));
    return outer !== undefined && inner !== undefined && unionContains([outer], inner);
}
