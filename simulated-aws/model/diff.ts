import { isDefaulted } from "./check";
import type { ResourceModel } from "./resource";
import { inputsOf, type PropertyType, type ResourceSchema } from "./schema";
import { isObject, type Properties, textOf, UNKNOWN, type Value } from "./values";

/** One difference, with its path as Pulumi writes it. */
export interface Difference {
    path: string;
    kind: "add" | "delete" | "update";
    replaces: boolean;
}

export interface Diff {
    differences: Difference[];
    /** Top-level inputs that changed. */
    changed: string[];
    /** Those of them that need a new resource. */
    replaces: string[];
    deleteBeforeReplace: boolean;
}

/** Compares the last known state with the new inputs, as the real provider does. */
export function diff(
    model: ResourceModel,
    state: Properties,
    oldInputs: Properties,
    news: Properties,
): Diff {
    const { schema } = model;
    const differences: Difference[] = [];
    for (const [property, type] of Object.entries(inputsOf(schema))) {
        if (schema.ignored?.includes(property)) {
            continue;
        }
        const now = news[property];
        const old = state[property];
        if (now === undefined && (property in schema.settled || isEmpty(old))) {
            continue;
        }
        if (now !== undefined && isEmpty(now) && isEmpty(old)) {
            continue;
        }
        if (schema.documents?.includes(property) && isSameDocument(old, now)) {
            continue;
        }
        if (model.isSame?.(property, old, now) === true) {
            continue;
        }
        for (const found of compare(property, type, old, now)) {
            differences.push({ ...found, replaces: replaces(model, found.path, state, news) });
        }
    }
    const replacing = differences.filter((difference) => difference.replaces);
    return {
        differences,
        changed: unique(differences.map((difference) => topOf(difference.path))),
        replaces: unique(replacing.map((difference) => topOf(difference.path))),
        deleteBeforeReplace: replacing.length > 0 && keepsItsName(schema, oldInputs, news),
    };
}

/** Two resources cannot have one fixed name, so the provider asks for the old one to go first. */
function keepsItsName(schema: ResourceSchema, oldInputs: Properties, news: Properties): boolean {
    const named = schema.autoName?.property;
    if (named === undefined || news[named] === undefined || isDefaulted(news, named)) {
        return false;
    }
    return news[named] === oldInputs[named];
}

function replaces(model: ResourceModel, path: string, olds: Properties, news: Properties): boolean {
    const dotted = path.replace(/\[\d+\]/g, "");
    const listed = model.schema.replaceOn.some(
        (property) => dotted === property || dotted.startsWith(`${property}.`),
    );
    return listed || (model.replaces?.(dotted, olds, news) ?? false);
}

type Found = Omit<Difference, "replaces">;

function compare(path: string, type: PropertyType, old: Value, now: Value): Found[] {
    if (now === UNKNOWN) {
        return [{ path, kind: isAbsent(old) ? "add" : "update" }];
    }
    if (isAbsent(old) && isAbsent(now)) {
        return [];
    }
    if (isAbsent(old)) {
        return [{ path, kind: "add" }];
    }
    if (isAbsent(now)) {
        return [{ path, kind: "delete" }];
    }
    if (typeof type === "object" && "list" in type && Array.isArray(old) && Array.isArray(now)) {
        return type.unordered
            ? compareSets(path, type.list, old, now)
            : compareLists(path, type.list, old, now);
    }
    if (typeof type === "object" && !("list" in type) && isObject(old) && isObject(now)) {
        return compareObjects(path, type, old, now);
    }
    return isSame(old, now) ? [] : [{ path, kind: "update" }];
}

function compareLists(path: string, item: PropertyType, old: Value[], now: Value[]): Found[] {
    const length = Math.max(old.length, now.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
        compare(`${path}[${index}]`, item, old[index], now[index]),
    );
}

function compareSets(path: string, item: PropertyType, old: Value[], now: Value[]): Found[] {
    const matches = (one: Value) => (other: Value) => compare("", item, one, other).length === 0;
    const added = now
        .map((value, index): [Value, number] => [value, index])
        .filter(([value]) => !old.some((other) => matches(other)(value)));
    const gone = old
        .map((value, index): [Value, number] => [value, index])
        .filter(([value]) => !now.some(matches(value)));
    return [
        ...added.map(([, index]): Found => ({ path: `${path}[${index}]`, kind: "add" })),
        ...gone.map(([, index]): Found => ({ path: `${path}[${index}]`, kind: "delete" })),
    ];
}

function compareObjects(
    path: string,
    type: { map: PropertyType } | { object: { [key: string]: PropertyType } },
    old: Properties,
    now: Properties,
): Found[] {
    const keys = "map" in type ? Object.keys({ ...old, ...now }) : Object.keys(now);
    return keys
        .filter((key) => key !== "__defaults")
        .filter((key) => !(isEmpty(old[key]) && isEmpty(now[key])))
        .flatMap((key) => {
            const inner = "map" in type ? type.map : (type.object[key] ?? "any");
            return compare(`${path}.${key}`, inner, old[key], now[key]);
        });
}

function isAbsent(value: Value): boolean {
    return value === undefined || value === null;
}

/** The provider does not tell an absent value from an empty one. */
function isEmpty(value: Value): boolean {
    if (Array.isArray(value)) {
        return value.length === 0;
    }
    if (isObject(value)) {
        return Object.keys(value).length === 0;
    }
    return value === undefined || value === null || value === "" || value === false || value === 0;
}

function isSame(old: Value, now: Value): boolean {
    if (isObject(old) || Array.isArray(old)) {
        return canonical(old) === canonical(now);
    }
    return textOf(old) === textOf(now);
}

function isSameDocument(old: Value, now: Value): boolean {
    if (typeof old !== "string" || typeof now !== "string") {
        return false;
    }
    try {
        return canonical(JSON.parse(old) as Value) === canonical(JSON.parse(now) as Value);
    } catch (error) {
        if (error instanceof SyntaxError) {
            return old === now;
        }
        throw error;
    }
}

/** JSON with sorted keys; unknown parts get a text of their own. */
export function canonical(value: Value): string {
    return JSON.stringify(value, (_, inner: Value) => {
        if (inner === UNKNOWN) {
            return "\u0000unknown";
        }
        if (!isObject(inner)) {
            return inner;
        }
        return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
    });
}

function topOf(path: string): string {
    return path.split(/[.[]/)[0] ?? path;
}

function unique(items: string[]): string[] {
    return [...new Set(items)];
}
