import type { Input } from "@pulumi/pulumi";

import { type Problem, problem } from "../domain/problem";
import { type Checked, derive, unchecked } from "./checked";
import { findStackReference, refuse, say } from "./conclude";
import { rememberPerProgram } from "./programMemory";
import { isUnitTest } from "./sdkInternals";
import { withoutSecrets } from "./secrets";
import { isMissing, required, type Shape } from "./shape";

// Mocks of a unit test answer what the test makes them answer, and Pulumi's guide teaches to echo what they get. What they
// leave out is no reason to refuse anything.

/** Which function of the mocks gives an answer. */
export type MockFunction = "call" | "newResource";

/**
 * Tells whoever writes a unit test what the mocks leave out that AWS always says: once, however often it is asked for.
 * `token` is what the mocks see: a function's token or a resource's type.
 */
export function sayMissing(mock: MockFunction, token: string, parts: string[]): void {
    const reason =
        `the mocks of this unit test answer without ${parts.join(", ")}, so checks and outputs do without; ` +
        `let ${mock} return it to have them`;
    sayOnce({ path: token, reason });
}

/** Names of those parts of an answer that are not there. */
export function findMissing<T extends object>(answer: T, parts: (keyof T & string)[]): string[] {
    return parts.filter((part) => answer[part] === undefined || answer[part] === null);
}

/** The form of a value that comes later. */
export interface LateForm<T> {
    /** Where it was given. */
    path: string;
    /** The form that a plain value has to have. */
    shape: Shape;
    /** Stands for what the mocks of a unit test leave out. */
    mocked: T;
    /** What is wrong with how the value is spelt; mocks make up IDs and ARNs of their own. */
    checkSpelling?: (known: T) => Problem[];
    /** What is wrong with what it says. */
    check?: (known: T) => Problem[];
}

/** A value that comes later, once it has the form of a plain one: a stack reference gives nothing where there is no such output. */
export function arrived<T extends string | string[] | { [key: string]: string }>(
    value: Input<Input<string>[]> | Input<string> | Input<{ [key: string]: Input<string> }>,
    { path, shape, mocked, checkSpelling = () => [], check = () => [] }: LateForm<T>,
): Checked<T> {
    const refuseAll = async (problems: Problem[]): Promise<void> => {
        refuse(await withoutSecrets(problems, value));
    };
    return derive(unchecked(value), async (given) => {
        const problems =
            isMissing(given) && !isUnitTest()
                ? problem(path, `is missing: ${await whyMissing(value)}; give ${shape.expected}`)
                : required(shape)(given, path);
        if (isUnitTest() && problems.length > 0) {
            problems.forEach(({ reason, ...where }) => {
                sayOnce({
                    ...where,
                    reason: `${reason}, which the mocks of this unit test leave out`,
                });
            });
            return mocked;
        }
        await refuseAll(problems);
        await refuseAll(isUnitTest() ? [] : checkSpelling(given as T));
        await refuseAll(check(given as T));
        return given as T;
    });
}

/** Why a value that comes later has not come: other programs leave out what they do not have. */
async function whyMissing(value: Input<unknown>): Promise<string> {
    const urn = await findStackReference(value);
    return urn === undefined
        ? "what was given turned out to be nothing"
        : `stack reference ${urn.slice(urn.lastIndexOf("::") + 2)} has no such output; export it there and run pulumi up`;
}

const said = rememberPerProgram(() => new Set<string>());

function sayOnce(problem: Problem): void {
    const key = JSON.stringify(problem);
    if (!said().has(key)) {
        said().add(key);
        void say(problem);
    }
}
