/** Stands for a value that is not known until the update. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** A property as the doors hand it over: plain data, with unknown parts in a preview. */
export type Value =
    undefined | null | boolean | number | string | typeof UNKNOWN | Value[] | Properties;

export interface Properties {
    [property: string]: Value;
}

export function isObject(value: Value): value is Properties {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Says whether a value has no unknown part. */
export function isKnown(value: Value): boolean {
    if (value === UNKNOWN) {
        return false;
    }
    if (Array.isArray(value)) {
        return value.every(isKnown);
    }
    return !isObject(value) || Object.values(value).every(isKnown);
}

/** Drops what is undefined, also inside; the wire has no word for it. */
export function compact(properties: Properties): Properties {
    const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
        entries.map(([key, value]) => [key, isObject(value) ? compact(value) : value]),
    );
}

/** Some members of a record, as far as they are defined. */
export function pick(properties: Properties, names: string[]): Properties {
    return compact(Object.fromEntries(names.map((name) => [name, properties[name]])));
}

/** A record without one of its members. */
export function omit<T>(record: { [key: string]: T }, name: string): { [key: string]: T } {
    return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

/** A plain value as text; empty for anything else. */
export function textOf(value: Value): string {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? String(value)
        : "";
}

/** Reads typed properties; what is absent or unknown takes the given default. */
export class Reader {
    public constructor(private readonly properties: Properties) {}

    public text(key: string, otherwise = ""): string {
        const value = this.properties[key];
        return typeof value === "string"
            ? value
            : typeof value === "number"
              ? `${value}`
              : otherwise;
    }

    public flag(key: string, otherwise = false): boolean {
        const value = this.properties[key];
        return typeof value === "boolean" ? value : value === "true" ? true : otherwise;
    }

    public number(key: string, otherwise = 0): number {
        const value = this.properties[key];
        return typeof value === "number"
            ? value
            : typeof value === "string"
              ? Number(value)
              : otherwise;
    }

    public texts(key: string): string[] {
        const value = this.properties[key];
        return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
    }

    public records(key: string): Properties[] {
        const value = this.properties[key];
        return Array.isArray(value) ? value.filter(isObject) : [];
    }

    public record(key: string): Properties {
        const value = this.properties[key];
        return isObject(value) ? value : {};
    }

    public tags(key = "tags"): { [key: string]: string } {
        const entries = Object.entries(this.record(key));
        return Object.fromEntries(entries.map(([name, value]) => [name, textOf(value)]));
    }

    public has(key: string): boolean {
        return this.properties[key] !== undefined && this.properties[key] !== null;
    }
}

/** Shorthand for a reader of properties. */
export function read(properties: Properties): Reader {
    return new Reader(properties);
}
