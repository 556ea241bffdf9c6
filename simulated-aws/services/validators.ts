import type { CheckFailure } from "../model/resource";
import type { Properties } from "../model/values";
import { parseRange } from "../world/addresses";

/** The provider's answer for a range that cannot be read, has host bits, or is of the wrong size. */
export function cidrFailures(
    inputs: Properties,
    property: string,
    family: 4 | 6,
    sizes: [shortest: number, longest: number] = [0, 128],
): CheckFailure[] {
    const value = inputs[property];
    if (typeof value !== "string" || value === "") {
        return [];
    }
    const reason = cidrProblem(value, family, sizes);
    return reason === undefined ? [] : [{ property, reason }];
}

/** What is wrong with a range, in the provider's words. */
export function cidrProblem(
    value: string,
    family: 4 | 6,
    [shortest, longest]: [number, number] = [0, 128],
): string | undefined {
    const range = value.includes("/") ? parseRange(value) : undefined;
    if (range?.family !== family) {
        return `"${value}" is not a valid IPv${family} CIDR block`;
    }
    if (!range.isFirst) {
        return `"${value}" is not a valid IPv${family} CIDR block; did you mean "${range.cidr}"?`;
    }
    if (range.prefix < shortest || range.prefix > longest) {
        return (
            `expected "${value}" to contain a network Value with between ${shortest} and ` +
            `${longest} significant bits, got: ${range.prefix}`
        );
    }
    return undefined;
}

/** The provider's answer for a value outside a list. */
export function oneOf(
    inputs: Properties,
    property: string,
    allowed: readonly (string | number)[],
): CheckFailure[] {
    const value = inputs[property];
    if (typeof value !== "string" && typeof value !== "number") {
        return [];
    }
    if (allowed.includes(value)) {
        return [];
    }
    return [
        {
            property,
            reason: `expected ${property} to be one of [${allowed.join(" ")}], got ${value}`,
        },
    ];
}

/** The provider's answer for a number outside a range. */
export function rangeFailures(
    inputs: Properties,
    property: string,
    [lowest, highest]: [number, number],
): CheckFailure[] {
    const value = inputs[property];
    if (typeof value !== "number" || (lowest <= value && value <= highest)) {
        return [];
    }
    const reason = `expected ${property} to be in the range (${lowest} - ${highest}), got ${value}`;
    return [{ property, reason }];
}

/** Names that a service takes. */
export interface NameRule {
    maxLength: number;
    pattern: RegExp;
}

/** The provider's answer for a text that is too long. */
export function lengthFailures(
    inputs: Properties,
    property: string,
    maxLength: number,
): CheckFailure[] {
    const value = inputs[property];
    if (typeof value !== "string" || value.length <= maxLength) {
        return [];
    }
    const reason = `expected length of ${property} to be in the range (1 - ${maxLength}), got ${value}`;
    return [{ property, reason }];
}

/** The provider's answer for a name that is too long, or that has letters which the service refuses. */
export function nameFailures(
    inputs: Properties,
    property: string,
    { maxLength, pattern }: NameRule,
): CheckFailure[] {
    const value = inputs[property];
    if (typeof value !== "string" || value === "") {
        return [];
    }
    const letters = `invalid value for ${property} (must match ${pattern.source}), got ${value}`;
    return [
        ...lengthFailures(inputs, property, maxLength),
        ...(pattern.test(value) ? [] : [{ property, reason: letters }]),
    ];
}

/** Names of Route 53 Resolver and of Route 53 Profiles: no name of digits only. Name in both API references. */
export const RESOLVER_NAME: NameRule = { maxLength: 64, pattern: /^(?!\d+$)[a-zA-Z0-9\-_' ]+$/ };

/** The provider's answer for a document that is not JSON. */
export function jsonFailures(inputs: Properties, property: string): CheckFailure[] {
    const value = inputs[property];
    if (typeof value !== "string" || value === "") {
        return [];
    }
    try {
        JSON.parse(value);
        return [];
    } catch (error) {
        return [
            {
                property,
                reason: `"${property}" contains an invalid JSON: ${(error as Error).message}`,
            },
        ];
    }
}
