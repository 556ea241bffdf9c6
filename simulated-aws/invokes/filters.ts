import type { PropertyType } from "../model/schema";
import { type Properties, read, textOf } from "../model/values";
import { matchesGlob } from "../packet/policy/match";
import { AwsError } from "../world/errors";

/** The type of `filters`. */
export const filters: PropertyType = {
    list: { object: { name: "string", values: { list: "string" } }, required: ["name", "values"] },
};

/** What an object answers to a filter, by the filter's name. */
export interface Facets {
    [key: string]: string | string[];
}

/**
 * Says whether an object fits: the arguments that name one of its facets, the tags, and every filter.
 * A filter that the model does not know is an error, so that none passes unseen.
 */
export function fits(
    args: Properties,
    facets: Facets,
    tags: { [key: string]: string },
    byArgument: { [key: string]: string },
): boolean {
    const given = read(args);
    const asked: [name: string, values: string[]][] = Object.entries(byArgument)
        .filter(([argument]) => given.has(argument))
        .map(([argument, name]) => [name, [textOf(args[argument])]]);
    for (const [key, value] of Object.entries(given.tags())) {
        asked.push([`tag:${key}`, [value]]);
    }
    for (const filter of given.records("filters")) {
        asked.push([read(filter).text("name"), read(filter).texts("values")]);
    }
    return asked.every(([name, values]) => {
        const own = valuesOf(name, facets, tags);
        return own.some((value) => values.some((pattern) => matchesGlob(pattern, value)));
    });
}

function valuesOf(name: string, facets: Facets, tags: { [key: string]: string }): string[] {
    if (name === "tag-key") {
        return Object.keys(tags);
    }
    if (name.startsWith("tag:")) {
        return [tags[name.slice(4)] ?? []].flat();
    }
    const facet = facets[name];
    if (facet === undefined) {
        throw new AwsError("InvalidParameterValue", `The filter '${name}' is invalid`);
    }
    return [facet].flat();
}

/** The one object that a look-up means; the provider's words for none and for several. */
export function theOnly<T>(found: T[], what: string): T {
    const [first] = found;
    if (first === undefined) {
        throw new Error(`no matching ${what} found`);
    }
    if (found.length > 1) {
        throw new Error(
            `multiple ${what}s matched; use additional constraints to reduce matches to a single ${what}`,
        );
    }
    return first;
}
