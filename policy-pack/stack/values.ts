import { peek, type UnknownValue } from "./unknownValues";

/** Properties as the SDK hands them over: reading one that is unknown in preview throws. */
export interface Properties {
    [key: string]: unknown;
}

/** A string of an object; undefined when it is absent, empty or something else. */
export function readString(properties: unknown, key: string): string | undefined {
    const value = readValue(properties, key);
    return typeof value === "string" && value !== "" ? value : undefined;
}

/** A string of an object; undefined also while preview does not know it. */
export function peekString(properties: unknown, key: string): string | undefined {
    return readStrings(properties, key).values[0];
}

/** A boolean of an object; undefined when it is absent or something else. */
export function readBoolean(properties: unknown, key: string): boolean | undefined {
    const value = readValue(properties, key);
    return typeof value === "boolean" ? value : undefined;
}

/** A number of an object; undefined when it is absent or something else. */
export function readNumber(properties: unknown, key: string): number | undefined {
    const value = readValue(properties, key);
    return typeof value === "number" ? value : undefined;
}

/** A JSON document, written as text or as an object; undefined when it is absent or something else. */
export function readDocument(properties: unknown, key: string): string | undefined {
    const value = readValue(properties, key);
    return isObject(value) ? JSON.stringify(value) : readString(properties, key);
}

/** Whatever stands under a key; undefined when it is absent, null, or there is no object to read from. */
export function readValue(properties: unknown, key: string): unknown {
    return isObject(properties) ? (properties[key] ?? undefined) : undefined;
}

/** Whether anything but an empty string stands under a key, known in preview or not. */
export function isGiven(properties: unknown, key: string): boolean {
    const { value, unknown } = peek(() => readValue(properties, key));
    return unknown !== undefined || (value !== undefined && value !== "");
}

/** What is known of a list in preview. */
export interface KnownItems {
    items: { index: number; value: unknown }[];
    /** One for each item that preview does not know, or one for the whole list. */
    unknown: UnknownValue[];
}

/** The items of a list, the known ones beside the unknown ones. Anything but a list is read as a list of one. */
export function readItems(properties: unknown, key: string): KnownItems {
    const { value: list, unknown } = peek(() => readValue(properties, key));
    if (!Array.isArray(list)) {
        const items = list === undefined ? [] : [{ index: 0, value: list }];
        return { items, unknown: unknown === undefined ? [] : [unknown] };
    }
    const known: KnownItems = { items: [], unknown: [] };
    for (let index = 0; index < list.length; index++) {
        const item = peek((): unknown => list[index] ?? undefined);
        if (item.unknown !== undefined) {
            known.unknown.push(item.unknown);
        } else if (item.value !== undefined) {
            known.items.push({ index, value: item.value });
        }
    }
    return known;
}

/** The known strings of a list. */
export function readStrings(
    properties: unknown,
    key: string,
): { values: string[]; unknown: UnknownValue[] } {
    const { items, unknown } = readItems(properties, key);
    const values = items.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
    return { values, unknown };
}

function isObject(value: unknown): value is Properties {
    return typeof value === "object" && value !== null;
}
