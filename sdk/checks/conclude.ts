import { type Input, log, runtime } from "@pulumi/pulumi";

import { formatProblem, type Problem } from "../domain/problem";
import { runError } from "./runError";
import { urnsBehind } from "./sdkInternals";
import { inOwnSpelling } from "./spelling";

/**
 * Prints the warnings and stops the program for the rest. A preview is only warned when the update may be what repairs
 * what is wrong: `subject` is then a value of a resource of the same program.
 * @throws RunError with everything that is certainly wrong.
 */
export async function conclude(problems: Problem[], subject?: Input<unknown>): Promise<void> {
    const certain = problems.filter(({ isWarning }) => isWarning !== true);
    problems.filter(({ isWarning }) => isWarning === true).forEach((each) => void say(each));
    if (certain.length === 0) {
        return;
    }
    if (!runtime.isDryRun() || !(await comesFromProgram(subject))) {
        refuse(certain);
    }
    const note = "a warning in this preview, because the update may repair it; an error in up";
    certain.forEach(({ path, reason }) => void say({ path, reason: `${reason} (${note})` }));
}

/**
 * Says something without stopping the program. Not on the component: the SDK would hold back every message of the process
 * until that is registered, which it never is where an input of it fails.
 */
export function say(what: Problem): Promise<void> {
    return log.warn(formatProblem(inOwnSpelling(what)));
}

/**
 * Throws the problems, if there are any.
 * @throws RunError with one line a problem.
 */
export function refuse(problems: Problem[]): void {
    if (problems.length > 0) {
        throw runError(problems.map(inOwnSpelling).map(formatProblem).join("\n"));
    }
}

/**
 * Whether a value comes from a resource of the running program, so that the same update may still change what AWS says of it.
 * A stack reference is a resource too, but what it reads belongs to another program.
 */
export async function comesFromProgram(value: Input<unknown>): Promise<boolean> {
    const urns = await urnsBehind(value);
    return urns.some((urn) => !urn?.includes(STACK_REFERENCE));
}

/** URN of the stack reference that a value comes from; undefined where it comes from none. */
export async function findStackReference(value: Input<unknown>): Promise<string | undefined> {
    return (await urnsBehind(value)).find((urn) => urn?.includes(STACK_REFERENCE));
}

/** Type of a stack reference, as it stands in URNs. */
export const STACK_REFERENCE = "pulumi:pulumi:StackReference";
