/** A Pulumi project to run as it stands, and the stack to run it in. */
export interface Project {
    /** Folder with its Pulumi.yaml. */
    folder: string;
    stack: string;
    /** As of `pulumi config set`: a list or an object is JSON text. */
    config: { [key: string]: string };
}

/** Something that the policy pack says about a resource. */
export interface Finding {
    policy: string;
    level: "mandatory" | "advisory";
    urn: string;
    message: string;
}

/** What the policy pack says about a whole program. */
export interface Verdict {
    /** IDs of the policies that took part. */
    policies: string[];
    findings: Finding[];
}

/** How a run of a program ended. */
export interface Outcome {
    /** Outputs of the stack; empty where it was stopped or only previewed. */
    outputs: { [name: string]: unknown };
    /** How many resources the program asked for. */
    resources: number;
    verdict: Verdict;
    /** Whether the pack forbade it. */
    stopped: boolean;
}

/** Tells about progress, a line at a time. */
export type Progress = (line: string) => void;

/** What carries out programs: the real engine, or this process in its place. */
export interface Runner {
    /** Deploys a program under the policy pack. */
    up(project: Project, progress: Progress): Promise<Outcome>;
    /** Shows what would happen under the policy pack. */
    preview(project: Project, progress: Progress): Promise<Outcome>;
    /** Deletes everything that `up` of this project created. */
    destroy(project: Project, progress: Progress): Promise<void>;
    /** Ends what still runs. */
    close(): Promise<void>;
}

/** A finding that no run may go past. */
export function isMandatory({ level }: Finding): boolean {
    return level === "mandatory";
}
