import type { Stack } from "./stack";
import { describeResource, type StackResource } from "./stackResource";
import type { UnknownValue } from "./unknownValues";
import { peekString, readStrings } from "./values";

/** What a property that holds IDs leads to. */
export interface Links {
    /** Resources of this stack. */
    resources: StackResource[];
    /** IDs that no resource of this stack is known to have. */
    elsewhere: string[];
    /** A value that preview does not know, and that comes from no resource of these types. */
    unknown?: UnknownValue;
}

/** How to follow a property. */
export interface LinkOptions {
    /** Types of the resources it may lead to. */
    types: string[];
    /** Output of theirs that the property holds. Defaults to `id`. */
    by?: string;
    /** Makes of a value the output it means. Defaults to the value itself. */
    meaning?: (value: string) => string;
    /** The object that the property stands in, when it is nested in `property`. Defaults to what the program gives. */
    within?: unknown;
    /** The name of the nested property. Defaults to `property`. */
    key?: string;
}

/**
 * Follows a property to the resources whose IDs it holds: by equal ID, and by dependency where preview does not know the
 * value, or the engine does not show the ID.
 */
export function follow(
    stack: Stack,
    from: StackResource,
    property: string,
    options: LinkOptions,
): Links {
    const { types, by = "id", meaning = (value: string) => value } = options;
    const { values, unknown } = readStrings(options.within ?? from.given, options.key ?? property);
    const named = values.map((value) => ({
        value,
        found: stack.having(types, by, meaning(value)),
    }));
    const resources = new Set(named.flatMap(({ found }) => found));
    const lost = named.filter(({ found }) => found.length === 0).map(({ value }) => value);
    // Of a copy of another tool's plan only the unknown values come from its other resources.
    const open = unknown.length + (from.form?.isCopy === true ? 0 : lost.length);
    const sources =
        open === 0
            ? []
            : stack
                  .sourcesOf(from, property, types)
                  .filter((source) => !resources.has(source))
                  .filter(({ outputs }) => unknown.length > 0 || !peekString(outputs, by));
    return {
        resources: [...resources, ...sources],
        // Each source explains one value, the unknown ones first.
        elsewhere: lost.slice(Math.max(0, sources.length - unknown.length)),
        unknown: sources.length < unknown.length ? unknown[0] : undefined,
    };
}

/** The resources of these types that lead to one resource. */
export function findPointingTo(
    stack: Stack,
    target: StackResource,
    { from, property, ...options }: { from: string[]; property: string } & LinkOptions,
): StackResource[] {
    return stack
        .ofType(...from)
        .filter((each) => follow(stack, each, property, options).resources.includes(target));
}

/** Several properties that lead to things of one kind, read as one. */
export function joinLinks(links: Links[]): Links {
    return {
        resources: [...new Set(links.flatMap(({ resources }) => resources))],
        elsewhere: [...new Set(links.flatMap(({ elsewhere }) => elsewhere))],
        unknown: links.find(({ unknown }) => unknown !== undefined)?.unknown,
    };
}

/** What links lead to, each under a key of its own (the URN, or the ID of what is elsewhere) with words for it. */
export function targetsOf({ resources, elsewhere }: Links): Map<string, string> {
    return new Map([
        ...resources.map((resource) => [resource.urn, describeResource(resource)] as const),
        ...elsewhere.map((id) => [id, id] as const),
    ]);
}

/** What both lead to. */
export function sharedTargets(one: Links, other: Links): Map<string, string> {
    const others = targetsOf(other);
    return new Map([...targetsOf(one)].filter(([key]) => others.has(key)));
}

/** Whether both lead to something and certainly not to the same: an ID may be that of a resource whose ID preview does not know. */
export function leadApart(one: Links, other: Links): boolean {
    const known = ({ resources, elsewhere, unknown }: Links): boolean =>
        unknown === undefined && resources.length + elsewhere.length > 0;
    const hasId = ({ outputs }: StackResource): boolean =>
        (peekString(outputs, "id") ?? peekString(outputs, "arn")) !== undefined;
    const comparable = (from: Links, to: Links): boolean =>
        from.elsewhere.length === 0 || to.resources.every(hasId);
    return (
        known(one) &&
        known(other) &&
        comparable(one, other) &&
        comparable(other, one) &&
        sharedTargets(one, other).size === 0
    );
}

/** Resources by what they lead to, in one pass; one that leads to several things is listed with each. */
export function groupByTarget(
    resources: StackResource[],
    linksOf: (resource: StackResource) => Links,
): Map<StackResource, StackResource[]> {
    const groups = new Map<StackResource, StackResource[]>();
    for (const resource of resources) {
        for (const target of linksOf(resource).resources) {
            const group = groups.get(target) ?? [];
            group.push(resource);
            groups.set(target, group);
        }
    }
    return groups;
}

/** Whether links lead to anything at all, known or not. */
export function leadsAnywhere({ resources, elsewhere, unknown }: Links): boolean {
    return resources.length + elsewhere.length > 0 || unknown !== undefined;
}
