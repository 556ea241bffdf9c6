import { Input, log, Output, output, Resource, runtime, Unwrap } from "@pulumi/pulumi";
import { formatProblem, Problem } from "../domain/problem";
import { refuse } from "./checked";

/** What a look at AWS found. */
export interface Findings {
    /** What is certainly wrong. */
    problems: Problem[];
    /** What could not be verified, or is worth knowing. */
    warnings: string[];
}

/**
 * Prints the warnings and stops the program for the problems. A preview is only warned when the update may be what
 * repairs them: `subject` is then a value of a resource of the same program.
 */
export async function conclude(
    { problems, warnings }: Findings,
    subject?: Input<unknown>,
): Promise<void> {
    warnings.forEach(warn);
    if (problems.length === 0) {
        return;
    }
    if (!runtime.isDryRun() || !(await comesFromProgram(subject))) {
        refuse(problems);
    }
    for (const problem of problems) {
        const note = "a warning in this preview, because the update may repair it; an error in up";
        warn(`${formatProblem(problem)} (${note})`);
    }
}

/**
 * Says something without stopping the program. Not on the component: the SDK would hold back every message of the process
 * until that is registered, which it never is where an input of it fails.
 */
export function warn(message: string): void {
    void log.warn(message);
}

/**
 * Whether a value comes from a resource of the running program, so that the same update may still change what AWS says of it.
 * A stack reference is a resource too, but what it reads belongs to another program.
 */
export async function comesFromProgram(value: Input<unknown>): Promise<boolean> {
    const urns = await urnsBehind(value);
    return urns.some((urn) => !urn?.includes(STACK_REFERENCE));
}

/** A value where it is known; undefined in a preview that does not know it yet, while an update waits for it. */
export function whenKnown<T>(value: Input<T>): Promise<Unwrap<T> | undefined> {
    return internals(output(value)).promise();
}

/** Name of the stack reference that a value was read through; undefined where it comes from elsewhere. */
export async function findStackReference(value: Input<unknown>): Promise<string | undefined> {
    const urn = (await urnsBehind(value)).find((each) => each?.includes(STACK_REFERENCE));
    return urn?.slice(urn.lastIndexOf("::") + 2);
}

const STACK_REFERENCE = "pulumi:pulumi:StackReference";

/** URNs of the resources that a value comes from; undefined for one that preview does not know. */
export async function urnsBehind(value: Input<unknown>): Promise<(string | undefined)[]> {
    const resources = [...(await internals(output(value)).allResources())];
    return Promise.all(resources.map(({ urn }) => internals(urn).promise()));
}

/** Parts of an Output that its public type hides, and that nothing public stands in for. */
function internals<T>(value: Output<T>): {
    allResources(): Promise<Set<Resource>>;
    promise(): Promise<T | undefined>;
} {
    return value as never;
}
