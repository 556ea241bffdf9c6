import { Output } from "@pulumi/pulumi";

import { joinPath, type Problem, problem } from "../domain/problem";
import { describeGiven, describeNearest, toSnakeCase } from "../domain/wording";

/** Finds what is wrong with the form of a value that anybody may have given: another language, plain JavaScript, YAML. */
export interface Shape {
    (value: unknown, path: string): Problem[];
    /** What has to be given, in words. */
    expected: string;
}

/** A shape that has to be there. */
export interface RequiredShape extends Shape {
    isRequired: true;
}

/** A shape for each argument of an interface: a required one where the interface says so, and no other name. */
export type Fields<Args> = {
    [K in keyof Args]-?: object extends Pick<Args, K>
        ? Shape & { isRequired?: never }
        : RequiredShape;
};

const RECORD = "an object with named values";

/** A string with something in it. */
export const text: Shape = shape("a string that is not empty", (value, path) =>
    typeof value === "string" && value.trim() !== ""
        ? []
        : isLikeAccountId(value)
          ? problem(path, `${value} was given as a number; write it in quotes`)
          : unexpected(value, path, text.expected),
);

/** True or false. */
export const flag: Shape = plain("true or false", (value) => typeof value === "boolean");

/** A finite number. */
export const number: Shape = plain("a number", (value) => Number.isFinite(value));

/** One of a few words. */
export function oneOf(words: { [key: string]: string }): Shape {
    const allowed = Object.values(words);
    const expected = `one of ${allowed.join(", ")}`;
    return shape(expected, (value, path) => {
        const nearest = typeof value === "string" ? describeNearest(value, allowed) : "";
        return allowed.some((word) => word === value)
            ? []
            : unexpected(value, path, expected + nearest);
    });
}

/** A list whose items have a shape. */
export function listOf(item: Shape): Shape {
    const list = plain("a list", Array.isArray);
    return shape("a list", (value, path) =>
        Array.isArray(value)
            ? value.flatMap((entry, i) => required(item)(entry, `${path}[${i}]`))
            : list(value, path),
    );
}

/** A map whose values have a shape; with `keys`, only these keys. */
export function mapOf(item: Shape, keys?: string[]): Shape {
    return shape(RECORD, (value, path) =>
        isRecord(value)
            ? Object.entries(value).flatMap(([key, entry]) =>
                  keys === undefined || keys.includes(key)
                      ? required(item)(entry, joinPath(path, key))
                      : unknownKey(path, key, keys),
              )
            : unexpected(
                  value,
                  path,
                  isLater(value) && takes(item, value) ? `${RECORD}, which may be Outputs` : RECORD,
              ),
    );
}

/** The arguments of an interface, or of a part of one: those that have to be there first, then each that was given. */
export function group<Args extends object>(fields: Fields<Args>): Shape {
    const known = Object.entries<Shape & { isRequired?: true }>(fields);
    const shapes = new Map<string, Shape>(known);
    return shape(RECORD, (value, path) => {
        if (!isRecord(value)) {
            const inputs = known.filter(([, field]) => isLater(value) && takes(field, value));
            const names = inputs.map(([key]) => key).join(", ");
            const which = names === "" ? "" : `, of which these may be Outputs: ${names}`;
            return unexpected(value, path, RECORD + which);
        }
        const missing = known.filter(
            ([key, { isRequired }]) => isRequired && isMissing(value[key]),
        );
        return [
            ...missing.flatMap(([key, field]) => field(undefined, joinPath(path, key))),
            ...Object.entries(value).flatMap(([key, entry]) => {
                const field = shapes.get(key);
                return field === undefined
                    ? unknownKey(path, key, [...shapes.keys()])
                    : isMissing(entry)
                      ? []
                      : field(entry, joinPath(path, key));
            }),
        ];
    });
}

/** A shape whose value may also come later, as an Output or a promise; then it is checked when it comes. */
export function input(inner: Shape): Shape {
    return shape(inner.expected, (value, path) => (isLater(value) ? [] : inner(value, path)));
}

/** A shape that has to be there; `what` says what to give. */
export function required(inner: Shape, what: string = inner.expected): RequiredShape {
    const checked = shape(inner.expected, (value, path) =>
        isMissing(value) ? problem(path, `is missing; give ${what}`) : inner(value, path),
    );
    return Object.assign(checked, { isRequired: true as const });
}

/** Tags of AWS resources, whose values may be empty. */
export const tags: Shape = input(
    mapOf(input(shape(text.expected, (value, path) => (value === "" ? [] : text(value, path))))),
);

/** A shape of one's own. */
export function shape(expected: string, check: (value: unknown, path: string) => Problem[]): Shape {
    return Object.assign((value: unknown, path: string) => check(value, path), { expected });
}

/** Whether nothing was given: other languages send null for it. */
export function isMissing(value: unknown): value is null | undefined {
    return value === undefined || value === null;
}

/** Without what other languages send as null. */
export function present<T extends object>(values: T): T {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => !isMissing(value))) as T;
}

/** Whether a value is known only later. */
export function isLater(value: unknown): boolean {
    return Output.isInstance(value) || value instanceof Promise;
}

function plain(expected: string, accepts: (value: unknown) => boolean): Shape {
    return shape(expected, (value, path) =>
        accepts(value) ? [] : unexpected(value, path, expected),
    );
}

function takes(shape: Shape, value: unknown): boolean {
    return shape(value, "").length === 0;
}

function unexpected(value: unknown, path: string, expected: string): Problem[] {
    const reason = isLater(value)
        ? `an Output was given where a plain value is needed, because the component reads it before any Output is known; give ${expected}`
        : `${describeGiven(value)} was given; give ${expected}`;
    return problem(path, reason);
}

function unknownKey(path: string, key: string, known: string[]): Problem[] {
    // In dictionaries of Python names are not translated, so they are judged, and named, as that program spells them.
    const spelt = /^[a-z]+(_[a-z0-9]+)+$/.test(key) ? known.map(toSnakeCase) : known;
    const reason = `is not known here; known: ${spelt.join(", ")}${describeNearest(key, spelt)}`;
    return problem(joinPath(path, key), reason);
}

/** Configuration and YAML make a number of an account ID, and lose the zeros that it begins with. */
function isLikeAccountId(value: unknown): value is number {
    return Number.isInteger(value) && /^\d{10,12}$/.test(String(value));
}

function isRecord(value: unknown): value is { [key: string]: unknown } {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !isLater(value);
}
