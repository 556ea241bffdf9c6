import { type Input, isSecret, output } from "@pulumi/pulumi";

import { type Problem, withoutRepetition } from "../domain/problem";

const HIDDEN =
    "something is wrong with it that is not printed, because it would show a secret; give it without the mark of a secret " +
    "in a preview to read what it is";

/** What may be printed of the problems of a value: of a secret one only where they are, because their words quote it. */
export async function withoutSecrets(
    problems: Problem[],
    value: Input<unknown>,
): Promise<Problem[]> {
    return problems.length > 0 && (await isSecret(output(value)))
        ? withoutRepetition(problems.map((each) => ({ ...each, reason: HIDDEN })))
        : problems;
}
