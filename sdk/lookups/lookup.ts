import { setTimeout } from "node:timers/promises";

import type { Resource } from "@pulumi/pulumi";

import type { Checked } from "../checks/checked";
import { findMissing, sayMissing } from "../checks/missingAnswers";
import { isUnitTest } from "../checks/sdkInternals";
import { type Problem, warning } from "../domain/problem";

/** Where a look-up is made from. */
export interface LookupScope {
    /** The look-up uses this component's provider. */
    parent: Resource;
}

/** The same where the region of the look-up comes with it. */
export interface PlacedScope extends LookupScope {
    /** The component's `region`, once it has the form of one; undefined where none was given. */
    place: Checked<string | undefined>;
}

/** What AWS answered: it is there, it is not there, or AWS would not or could not say. */
export type Answer<T> =
    | { kind: "found"; found: T }
    | { kind: "absent"; reason: string }
    | { kind: "unclear"; reason: string }
    /** The mocks of a unit test leave it out, and that has been said. */
    | { kind: "mocked" };

/** The same of AWS itself, which leaves nothing to be said of mocks. */
type OwnAnswer<T> = Exclude<Answer<T>, { kind: "mocked" }>;

// Error codes of EC2, and how the provider's data sources say that a search had no result.
const ABSENT =
    /InvalidServiceName|NotInUse|Invalid\w+ID\.(NotFound|Malformed)|no matching|couldn't find|empty result|not found/i;

/** Turns the outcome of a provider function into an answer. */
export async function ask<T>(question: Promise<T>): Promise<OwnAnswer<T>> {
    try {
        return { kind: "found", found: await question };
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { kind: ABSENT.test(reason) ? "absent" : "unclear", reason };
    }
}

/** Asks until there is an answer, once more after each of the pauses, in milliseconds. */
export async function askAgain<T>(
    question: () => Promise<T>,
    pauses: number[],
): Promise<Answer<T>> {
    const answer = await ask(question());
    const [pause, ...rest] = pauses;
    if (answer.kind === "found" || pause === undefined) {
        return answer;
    }
    await setTimeout(pause);
    return askAgain(question, rest);
}

/** Whether a search for one thing found several. */
export function isSeveral(answer: Answer<unknown>): boolean {
    return answer.kind === "unclear" && /multiple .*matched/i.test(answer.reason);
}

/** An answer with its content changed, where there is any. */
export function mapAnswer<T, U>(answer: Answer<T>, change: (found: T) => U): Answer<U> {
    return answer.kind === "found" ? { kind: "found", found: change(answer.found) } : answer;
}

/** An answer of a provider function, by its token, that has all the parts which are read from it. */
export function complete<T extends object>(
    token: string,
    answer: Answer<T>,
    parts: (keyof T & string)[],
): Answer<T> {
    const missing = answer.kind === "found" ? findMissing(answer.found, parts) : [];
    if (missing.length === 0) {
        return answer;
    }
    if (!isUnitTest()) {
        return { kind: "unclear", reason: `${token} answered without ${missing.join(", ")}` };
    }
    sayMissing("call", token, missing);
    return { kind: "mocked" };
}

const DESCRIBE = "allow the deployer to describe it, or set verify: false to go without";

/** What to say when a check could not be made. */
export function uncertain(path: string, reason: string, remedy = DESCRIBE): Problem[] {
    return warning(path, `could not be verified: ${reason}; ${remedyFor(reason, remedy)}`);
}

/** The same of several questions of one kind, once: what AWS does not say of one name, it does not say of the others. */
export function uncertainOnce(
    path: string,
    answers: (Answer<unknown> | undefined)[],
    remedy?: string,
): Problem[] {
    const unclear = answers.find((answer) => answer?.kind === "unclear");
    return unclear === undefined ? [] : uncertain(path, unclear.reason, remedy);
}

// Codes of EC2 and other services for too many calls and for moments of their own, and what the provider says of lost answers.
const PASSING =
    /RequestLimitExceeded|Throttl|TooManyRequests|Rate exceeded|ServiceUnavailable|InternalError|RequestError|timeout/i;

/** What to do about an answer that did not come: where AWS was only busy, nothing but to ask again. */
export function remedyFor(reason: string, otherwise: string): string {
    return PASSING.test(reason) ? "run again, AWS was busy or did not answer" : otherwise;
}
