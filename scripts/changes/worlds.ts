import { makeAll, type Place, prerequisites, type Step } from "./step";

/** A world in which some of the steps have been made. */
export interface Visited {
    place: Place;
    /** Steps that were made, in an order that leads there. */
    made: Step[];
}

/**
 * Every world that a host name can see: the steps that matter to it, in all orders that the engine may choose, each world
 * once. Steps that do not matter are made where one that does waits for them.
 */
export async function visitWorlds(
    before: Place,
    steps: Step[],
    matters: (step: Step) => boolean,
    visit: (world: Visited) => void,
): Promise<{ visited: number; refused: string[] }> {
    const needs = prerequisites(steps);
    const chosen = steps.flatMap((step, index) => (matters(step) ? [index] : []));
    const seen = new Set<string>();
    const refused = new Set<string>();
    const open: { done: Set<number>; made: Step[]; place: Place }[] = [
        { done: new Set(), made: [], place: before },
    ];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const { done, made, place } = next;
        visit({ place, made });
        for (const index of chosen) {
            const needed = needs[index] ?? new Set();
            const isNext =
                !done.has(index) && chosen.every((each) => !needed.has(each) || done.has(each));
            const after = isNext ? new Set([...done, ...needed, index]) : done;
            const key = chosen.filter((each) => after.has(each)).join();
            if (!isNext || seen.has(key)) {
                continue;
            }
            seen.add(key);
            const added = [...after].filter((each) => !done.has(each)).sort((a, b) => a - b);
            const reached = await makeAll(place, steps, added);
            if ("refused" in reached) {
                refused.add(reached.refused);
            } else {
                const labels = [...made, ...added.flatMap((each) => steps[each] ?? [])];
                open.push({ done: after, made: labels, place: reached });
            }
        }
    }
    return { visited: seen.size + 1, refused: [...refused] };
}
