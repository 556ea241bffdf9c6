import type { Input, Resource } from "@pulumi/pulumi";

import type { LookupScope } from "../lookups/lookup";
import { ownTagValue, withOwnTag } from "./ownTag";

/** What every child of a component has in common. */
export interface ChildScope extends LookupScope {
    /** Name of the component, with which the names of its children begin. */
    name: string;
    parent: Resource;
    region?: Input<string>;
    tags: Input<{ [key: string]: Input<string> }>;
    /** Value of the tag by which what the component created can be found. */
    owner: string;
}

/** The scope of a component's children; `component` is its type without the package, and the user's tags win. */
export function scopeOf(
    parent: Resource,
    component: string,
    name: string,
    { region, tags }: Pick<ChildScope, "region" | "tags">,
): ChildScope {
    const owner = ownTagValue(component, name);
    return { name, parent, region, tags: withOwnTag(owner, tags), owner };
}
