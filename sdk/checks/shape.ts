import { Output } from "@pulumi/pulumi";
import { joinPath, Problem } from "../domain/problem";
import { describeGiven, describeNearest } from "../domain/wording";

/** Finds what is wrong with the form of a value that anybody may have given: another language, plain JavaScript, YAML. */
export type Shape = (value: unknown, path: string) => Problem[];

/** A string with something in it. */
export const text: Shape = plain("a string that is not empty", (value) =>
    typeof value === "string" ? value.trim() !== "" : false,
);

/** True or false. */
export const flag: Shape = plain("true or false", (value) => typeof value === "boolean");

/** A finite number. */
export const number: Shape = plain("a number", (value) => Number.isFinite(value));

/** One of a few words. */
export function oneOf(words: { [key: string]: string }): Shape {
    const allowed = Object.values(words);
    return plain(`one of ${allowed.join(", ")}`, (value) => allowed.some((word) => word === value));
}

/** A list whose items have a shape. */
export function listOf(item: Shape): Shape {
    const list = plain("a list", Array.isArray);
    return (value, path) =>
        Array.isArray(value)
            ? value.flatMap((entry, i) => required(item)(entry, `${path}[${i}]`))
            : list(value, path);
}

/** A map whose values have a shape; with `keys`, only these keys. */
export function mapOf(item: Shape, keys?: string[]): Shape {
    return (value, path) =>
        isRecord(value)
            ? Object.entries(value).flatMap(([key, entry]) =>
                  keys === undefined || keys.includes(key)
                      ? required(item)(entry, joinPath(path, key))
                      : [unknownKey(path, key, keys)],
              )
            : notRecord(value, path);
}

/** A group of named values, each optional; other names are problems. */
export function group(fields: { [name: string]: Shape }): Shape {
    return (value, path) =>
        isRecord(value)
            ? Object.entries(value).flatMap(([key, entry]) => {
                  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
                  return field === undefined
                      ? [unknownKey(path, key, Object.keys(fields))]
                      : isMissing(entry)
                        ? []
                        : field(entry, joinPath(path, key));
              })
            : notRecord(value, path);
}

/** A shape whose value may also come later, as an Output or a promise; then it is checked when it comes. */
export function input(shape: Shape): Shape {
    return (value, path) => (isLater(value) ? [] : shape(value, path));
}

/** A shape that has to be there. */
export function required(shape: Shape): Shape {
    return (value, path) =>
        isMissing(value) ? [{ path, reason: "is missing; give a value" }] : shape(value, path);
}

/** Tags of AWS resources, whose values may be empty. */
export const tags: Shape = input(
    mapOf(input((value, path) => (value === "" ? [] : text(value, path)))),
);

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
    return (value, path) => (accepts(value) ? [] : [unexpected(value, path, expected)]);
}

function unexpected(value: unknown, path: string, expected: string): Problem {
    return {
        path,
        reason: isLater(value)
            ? `an Output was given where a plain value is needed, because it decides which resources there are; give ${expected}`
            : `${describeGiven(value)} was given; give ${expected}`,
    };
}

function unknownKey(path: string, key: string, known: string[]): Problem {
    return {
        path: joinPath(path, key),
        reason: `is not known here; known: ${known.join(", ")}${describeNearest(key, known)}`,
    };
}

function notRecord(value: unknown, path: string): Problem[] {
    return [unexpected(value, path, "an object with named values")];
}

function isRecord(value: unknown): value is { [key: string]: unknown } {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !isLater(value);
}
