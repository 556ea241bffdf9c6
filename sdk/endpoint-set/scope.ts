import { Input, Resource } from "@pulumi/pulumi";
import { LookupScope } from "../lookups/lookup";

/** What every child of a set has in common. */
export interface ChildScope extends LookupScope {
    /** Name of the set, with which the names of its children begin. */
    name: string;
    parent: Resource;
    region?: Input<string>;
    tags: Input<{ [key: string]: Input<string> }>;
}
