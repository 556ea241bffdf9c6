import type { Finding, Project } from "../runner";

/** A program to run in a process of its own. */
export interface ProgramRequest extends Project {
    region: string;
    preview: boolean;
    /** File of the simulated AWS. */
    worldPath: string;
    /** Port of the policy pack on the local host. */
    packPort: number;
    /** Outputs of the stacks that were run before, by `organization/project/stack`. */
    stacks: { [name: string]: Outputs };
}

/** Outputs of a stack by name. */
export interface Outputs {
    [name: string]: unknown;
}

/** A resource that the program created. */
export interface CreatedResource {
    type: string;
    id: string;
    /** Outputs as they go over the wire. */
    state: { [property: string]: unknown };
}

/** What a program's process tells about it. */
export type ProgramReport =
    | { kind: "registered"; type: string; created?: CreatedResource }
    | { kind: "finding"; finding: Finding }
    /** `stackName` is the one under which other programs refer to it. */
    | { kind: "done"; stackName: string; outputs: Outputs }
    | { kind: "failed"; message: string };
