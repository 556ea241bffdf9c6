import type { Input, Resource } from "@pulumi/pulumi";

import type { LookupScope } from "../lookups/lookup";

/** What every child of a component has in common. */
export interface ChildScope extends LookupScope {
    /** Name of the component, with which the names of its children begin. */
    name: string;
    parent: Resource;
    region?: Input<string>;
    tags: Input<{ [key: string]: Input<string> }>;
}
