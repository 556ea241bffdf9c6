import { type Input, type Output, output, type Unwrap } from "@pulumi/pulumi";

import type { Problem } from "../domain/problem";
import { conclude } from "./conclude";
import { runError } from "./runError";
import { keepFromFinishing, whenKnown } from "./sdkInternals";
import { withoutSecrets } from "./secrets";

/**
 * A value that has passed its checks, or the error that ends the program: a value either way, so that nothing rejects until
 * a resource or an output needs it. README.md says why.
 */
export type Checked<T> = Output<Outcome<T>>;

// Text and not an Error, because Outputs take apart whatever objects they carry.
type Outcome<T> = { passed: true; value: T } | { passed: false; text: string };

/** A value that has nothing to pass; Outputs inside it are resolved. */
export function unchecked<T>(value: T): Checked<Unwrap<T>> {
    return output(value).apply((known) => ({ passed: true, value: known })) as Checked<Unwrap<T>>;
}

/** A value that is judged when it comes: problems take its place, warnings are printed; `subject` as in `conclude`. */
export function passing<T>(
    value: Checked<T>,
    judge: (known: T) => Problem[] | Promise<Problem[]>,
    subject?: Input<unknown>,
): Checked<T> {
    return derive(value, async (known) => {
        await conclude(await withoutSecrets(await judge(known), value), subject);
        return known;
    });
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

/** A value that is undefined in a preview that does not know it, where everything behind it would be unknown too. */
export function ifKnown<T>(checked: Checked<T>): Checked<T | undefined> {
    return output(whenKnown(checked)).apply(
        (outcome) => outcome ?? { passed: true, value: undefined },
    ) as Checked<T | undefined>;
}

/** A value for a resource's input, once something else has passed its checks. */
export function behind<T>(gate: Checked<unknown>, value: Input<T>): Output<Unwrap<T>> {
    return demand(derive(together(unchecked(value), gate), ([known]) => known)) as Output<
        Unwrap<T>
    >;
}

/** The value for whoever cannot go on without it: a resource's input or an output. Nothing may be derived from it again. */
export function demand<T>(checked: Checked<T>): Output<T> {
    return checked.apply<unknown>((outcome) => {
        if (!outcome.passed) {
            keepFromFinishing(outcome.text);
            throw runError(outcome.text);
        }
        return outcome.value;
    }) as Output<T>;
}

async function attempt<T>(act: () => T | Promise<T>): Promise<Outcome<T>> {
    try {
        return { passed: true, value: await act() };
    } catch (error) {
        return { passed: false, text: error instanceof Error ? error.message : String(error) };
    }
}
