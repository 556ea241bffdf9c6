import { output, Output, Unwrap } from "@pulumi/pulumi";
import { formatProblem, Problem } from "../domain/problem";
import { runError } from "./runError";
import { keepFromFinishing } from "./unfinished";

/**
 * A value that has passed its checks, or the error that ends the program. It is a value either way: nothing rejects
 * until `demand`. A rejection makes V8, which Pulumi runs with a debugger attached, walk every promise that hangs on it,
 * along every path, and behind a few layers of Outputs there are more paths than memory (Node.js 20).
 */
export type Checked<T> = Output<Outcome<T>>;

// Text and not an Error, because Outputs take apart whatever objects they carry.
type Outcome<T> = { passed: true; value: T } | { passed: false; text: string };

/** A value that has nothing to pass; Outputs inside it are resolved. */
export function unchecked<T>(value: T): Checked<Unwrap<T>> {
    return output(value).apply((known) => ({ passed: true, value: known })) as Checked<Unwrap<T>>;
}

/** What follows from a checked value; a problem that `derive` throws takes the value's place. */
export function derive<T, U>(checked: Checked<T>, next: (value: T) => U | Promise<U>): Checked<U> {
    return checked.apply(async (outcome) =>
        outcome.passed ? attempt(() => next(outcome.value)) : outcome,
    );
}

/** Several checked values as one, which has passed when all have; the first error counts. */
export function together<T extends unknown[]>(
    ...checked: { [K in keyof T]: Checked<T[K]> }
): Checked<T> {
    return output(checked as Checked<unknown>[]).apply((outcomes) => {
        const all = outcomes as Outcome<unknown>[];
        const failed = all.find(({ passed }) => !passed);
        const values = all.map((outcome) => (outcome.passed ? outcome.value : undefined));
        return failed ?? { passed: true, value: values };
    }) as unknown as Checked<T>;
}

/** The value for whoever cannot go on without it: a resource's input or an output. Nothing may be derived from it again. */
export function demand<T>(checked: Checked<T>): Output<T> {
    return checked.apply<unknown>((outcome) => {
        if (!outcome.passed) {
            keepFromFinishing();
            throw runError(outcome.text);
        }
        return outcome.value;
    }) as Output<T>;
}

/** Throws the problems, if there are any. */
export function refuse(problems: Problem[]): void {
    if (problems.length > 0) {
        throw runError(problems.map(formatProblem).join("\n"));
    }
}

async function attempt<T>(act: () => T | Promise<T>): Promise<Outcome<T>> {
    try {
        return { passed: true, value: await act() };
    } catch (error) {
        return { passed: false, text: error instanceof Error ? error.message : String(error) };
    }
}
