import { durationOf, type World } from "../../../simulated-aws/index";
import { isEnd, type Step } from "../../changes/step";
import type { TimedCall } from "./criticalPath";

/** Shorter texts, like `443` or `ipv4`, say nothing of where they come from. */
const SHORTEST = 8;

/** The calls that the engine makes, with what each waits for. */
export function keptCalls(steps: Step[]): TimedCall[] {
    return steps.map((step) => timed(step, step.waits));
}

/**
 * The same calls, each waiting only where AWS forces it: where an input holds what another call has told, and nobody could
 * know before. `before` is the world in which the change begins.
 */
export function forcedCalls(steps: Step[], before: World): TimedCall[] {
    const known = new Set(textsIn(before));
    const born = new Map<string, number>();
    return steps.map((step, place) => {
        const inputs = textsIn(step.properties);
        const needed = [...born].filter(([text]) => inputs.some((input) => input.includes(text)));
        for (const text of inputs) {
            known.add(text);
        }
        for (const text of textsIn(step.made)) {
            if (text.length >= SHORTEST && !known.has(text) && !born.has(text)) {
                born.set(text, place);
            }
        }
        // What a new endpoint tells is told when it is available.
        const waits = isEnd(step) ? step.waits : needed.map(([, maker]) => endOf(steps, maker));
        return timed(step, [...new Set(waits)]);
    });
}

function timed(step: Step, waits: number[]): TimedCall {
    const { label, type } = step;
    const [operation = ""] = label.split(" ");
    // The wait for an endpoint is part of its creation.
    const seconds = isEnd(step) ? 0 : durationOf(type, operation as "create").seconds;
    return { label, seconds, waits };
}

function endOf(steps: Step[], place: number): number {
    const next = steps[place + 1];
    return next !== undefined && isEnd(next) ? place + 1 : place;
}

function textsIn(value: unknown): string[] {
    if (typeof value === "string") {
        return [value];
    }
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
