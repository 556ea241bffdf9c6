import type { PolicyResource } from "@pulumi/policy";

import type { Properties } from "./values";

/** A resource as policies read it. */
export interface StackResource {
    urn: string;
    type: string;
    name: string;
    /** What the program gives; an input that it omits is absent. As `outputs` where the pack has not seen the inputs. */
    given: Properties;
    /** What the engine knows. An omitted input that AWS computes is unknown in preview. */
    outputs: Properties;
    /** The resource among the others of its stack; absent while a resource is judged by its inputs alone. */
    origin?: PolicyResource;
}

/** A resource in a sentence: `VpcEndpoint "eks"`. */
export function describeResource({ type, name }: StackResource): string {
    return `${type.slice(type.lastIndexOf(":") + 1)} "${name}"`;
}
