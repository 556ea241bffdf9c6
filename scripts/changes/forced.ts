import { type Question, reaches } from "./clients";
import { isEnd, makeAll, type Place, prerequisites, type Step } from "./step";

/**
 * Whether the same calls lose a question's answer in every order that AWS takes, whatever the engine waits for. An endpoint
 * that was created has to become available, and nothing else is presumed: a call that AWS refuses can only be made later.
 */
export async function isForced(
    before: Place,
    steps: Step[],
    matters: (step: Step) => boolean,
    question: Question,
): Promise<boolean> {
    const chosen = steps.flatMap((step, index) => (matters(step) ? [index] : []));
    const seen = new Set([""]);
    const open: { done: Set<number>; place: Place }[] = [{ done: new Set(), place: before }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const { done, place } = next;
        if (done.size === chosen.length) {
            return false;
        }
        for (const index of chosen.toReversed()) {
            const key = chosen.filter((each) => each === index || done.has(each)).join();
            const step = steps[index];
            if (step === undefined || done.has(index) || seen.has(key) || !isOpen(step, done)) {
                continue;
            }
            const reached = await makeWithHelp(place, steps, index, matters);
            if ("refused" in reached) {
                continue;
            }
            seen.add(key);
            if (reaches(reached, question)) {
                open.push({ done: new Set([...done, index]), place: reached });
            }
        }
    }
    return true;
}

/** Makes a call, after calls that do not matter where AWS refuses it without them. */
async function makeWithHelp(
    place: Place,
    steps: Step[],
    index: number,
    matters: (step: Step) => boolean,
): Promise<Place | { refused: string }> {
    const alone = await makeAll(place, steps, [index]);
    if (!("refused" in alone)) {
        return alone;
    }
    const helpers = [...(prerequisites(steps)[index] ?? [])].filter((each) => {
        const step = steps[each];
        return step !== undefined && !matters(step);
    });
    return makeAll(place, steps, [...helpers.sort((a, b) => a - b), index]);
}

/** Only what is created becomes available. */
function isOpen(step: Step, done: Set<number>): boolean {
    return !isEnd(step) || step.waits.every((each) => done.has(each));
}
