import type { Input, Resource } from "@pulumi/pulumi";

import { type Checked, demand, unchecked } from "../checks/checked";
import { arrived } from "../checks/missingAnswers";
import { text } from "../checks/shape";
import { checkRegion } from "../domain/regions";
import { MOCKED } from "../lookups/caller";
import type { PlacedScope } from "../lookups/lookup";
import { ownTagValue, withOwnTag } from "./ownTag";

/** What every child of a component has in common. */
export interface ChildScope extends PlacedScope {
    /** Name of the component, with which the names of its children begin. */
    name: string;
    parent: Resource;
    /** The component's `region`, behind the check of its form. */
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
    const shared = { name, parent, tags: withOwnTag(owner, tags), owner };
    // One that is there from the start has been checked with the other arguments.
    if (region === undefined || typeof region === "string") {
        return { ...shared, region, place: unchecked(region) };
    }
    const place = lateRegion(region);
    return { ...shared, region: demand(place), place };
}

/** A region that comes later, once it has the form of one. */
function lateRegion(region: Input<string>): Checked<string> {
    return arrived<string>(region, {
        path: "region",
        shape: text,
        mocked: MOCKED.region,
        checkSpelling: checkRegion,
    });
}
