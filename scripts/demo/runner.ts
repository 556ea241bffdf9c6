/** A Pulumi project to run as it stands, and the stack to run it in. */
export interface Project {
    /** Folder with its Pulumi.yaml. */
    folder: string;
    /** Name of the stack; no two projects of a run have the same. */
    stack: string;
    /** Account in which its AWS provider assumes a role. */
    account: string;
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
    /** Types of the resources that the program asked for, without what belongs to Pulumi itself. */
    resources: string[];
    verdict: Verdict;
    /** What stopped it beside the pack: a component's or AWS's own words; none where nothing did. */
    errors: string[];
}

/** What carries out programs: the real engine, or processes without it. Each run has the policy pack beside it. */
export interface Runner {
    /** Deploys a program. */
    up(project: Project): Promise<Outcome>;
    /** Shows what would happen. */
    preview(project: Project): Promise<Outcome>;
    /** Deletes everything that `up` of this project created. */
    destroy(project: Project): Promise<void>;
}

/** A finding that no run may go past. */
export function isMandatory({ level }: Finding): boolean {
    return level === "mandatory";
}

/** Findings, each once: both the resource and the stack may have been a reason to say the same. */
export function distinct(findings: Finding[]): Finding[] {
    const byText = findings.map((finding) => [JSON.stringify(finding), finding] as const);
    return [...new Map(byText).values()];
}

/** Whether the pack forbade it. */
export function isForbidden({ verdict }: Outcome): boolean {
    return verdict.findings.some(isMandatory);
}

/** Whether a resource is the program's own: not the stack, a provider or a stack reference. */
export function isOfProgram(type: string): boolean {
    return !type.startsWith("pulumi:");
}
