import type { Output } from "@pulumi/pulumi";
import type { EksEndpointConnection } from "eks-privatelink";

import type { World } from "../../../simulated-aws/index";

// What updates are refused for although their plain arguments are right. Read by a spec, and by a program that the CLI runs.

/** What is there before any program. */
export interface Ground {
    /** A VPC with subnets in two zones, and one more in the first of them. */
    own: { vpcId: string; subnetIds: string[] };
    /** Another VPC with subnets in two zones. */
    other: { vpcId: string; subnetIds: string[] };
    /** Stack whose connection a spoke reads. */
    hub: string;
}

/** A change after which an update is refused. */
export interface Refusal {
    /** Changes the world before the update. */
    spoil?: (world: World, ground: Ground) => void;
    /** Arguments that differ from those that were deployed. */
    change?: (ground: Ground, connection: Output<EksEndpointConnection>) => object;
    /** The text of the error. */
    expected: RegExp;
    /** Whether nothing else is wrong, so that what only follows from it must not be said beside it. */
    isAlone?: boolean;
}

/** A component, the program that deploys it, and every late refusal of it. */
export interface Refused {
    program: (ground: Ground, change?: Refusal["change"]) => void;
    refusals: { [what: string]: Refusal };
}
