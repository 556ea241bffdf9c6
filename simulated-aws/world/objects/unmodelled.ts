import type { WorldObject } from "../worldObject";

/** Resources of types that the model does not have: kept as the program gave them. */
export interface UnmodelledObjects {
    unmodelled: Unmodelled;
}

/** Its `id` is `<account>/<region>/<token>/<ID>`. */
export interface Unmodelled extends WorldObject {
    /** Type of the resource, for example `aws:ec2/networkAcl:NetworkAcl`. */
    token: string;
    resourceId: string;
    /** Digits of which its made-up outputs are made. */
    hex: string;
    /** What the program gave, and what was made up beside it. */
    outputs: { [key: string]: unknown };
}
