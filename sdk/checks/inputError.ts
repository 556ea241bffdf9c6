import { InputPropertiesError } from "@pulumi/pulumi";

import { formatProblem, type Problem } from "../domain/problem";
import { inOwnSpelling } from "./spelling";

/**
 * The error for wrong plain arguments: a remote program gets one message a property path. It is marked as a run error
 * too, without which a Node program prints a stack dump under the message.
 */
export function inputError(subject: string, problems: Problem[]): InputPropertiesError {
    const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
    const spelt = problems.map(inOwnSpelling);
    const lines = spelt.map((problem) => `\n  - ${formatProblem(problem)}`);
    const error = new InputPropertiesError({
        message: `${subject} has ${count} in its arguments:${lines.join("")}`,
        errors: spelt.map(({ path, reason }) => ({ propertyPath: path, reason })),
    });
    return Object.assign(error, { __pulumiRunError: true });
}
