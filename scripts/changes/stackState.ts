import type { Properties } from "./step";

/** A resource as the engine keeps it. */
export interface KnownResource {
    urn: string;
    type: string;
    name: string;
    /** Absent for a component. */
    id?: string;
    inputs: Properties;
    outputs: Properties;
    /** URNs of all that it depends on. */
    dependencies: string[];
    propertyDependencies: { [property: string]: string[] };
    /** What its `replacementTrigger` was. */
    trigger: string;
}

/** The state of a stack: its resources by URN, in the order in which they were registered. */
export type StackState = Map<string, KnownResource>;
