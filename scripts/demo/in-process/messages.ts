import type { Finding } from "../runner";

/** A program to run in a process of its own. */
export interface ProgramRequest {
    /** Folder of the Pulumi project. */
    folder: string;
    stack: string;
    config: { [key: string]: string };
    region: string;
    preview: boolean;
    /** File of the simulated AWS. */
    worldPath: string;
    /** Port of the policy pack on the local host. */
    packPort: number;
}

/** A resource that the program created. */
export interface CreatedResource {
    type: string;
    name: string;
    id: string;
    /** Outputs as they go over the wire. */
    state: { [property: string]: unknown };
}

/** What a program's process tells about it. */
export type ProgramReport =
    | { kind: "registered"; type: string; name: string; created?: CreatedResource }
    | { kind: "finding"; finding: Finding }
    | { kind: "done"; outputs: { [name: string]: unknown } }
    | { kind: "failed"; message: string };
