import { advance, distinguishedAt, isComplete, Pattern, startOf } from "../language/pattern";
import { Budget } from "./budget";

/** The values that a key can have: a fixed beginning, then so many characters of a kind. */
export interface Shape {
    prefix: string;
    /** Allowed characters after the prefix; absent for any. */
    characters?: string;
    minimum: number;
    /** Absent for any number. */
    maximum?: number;
}

/** To choose from where no pattern cares which character it is. */
const ANY_CHARACTERS = "xyzuvwabcdefghijklmnopqrst0123456789-_/.";

interface State {
    value: string;
    length: number;
    /** The patterns that the value may still fit, and where in them it has got to. */
    alive: { index: number; places: number[] }[];
}

/**
 * One value of the shape for every way in which values fit some of the patterns and miss the others, the shortest first.
 * Whatever a policy says of a key with these patterns, it says of one of these values.
 */
export function findRepresentatives(patterns: Pattern[], shape: Shape, budget: Budget): string[] {
    const found = new Map<string, string>();
    const seen = new Set<string>();
    const queue: State[] = [startState(patterns, shape.prefix)];
    for (const state of queue) {
        budget.spend(state.alive.reduce((steps, { places }) => steps + places.length, 1));
        if (state.length >= shape.minimum) {
            const fitting = state.alive
                .filter(({ index, places }) => isComplete(patterns[index] ?? [], places))
                .map(({ index }) => index);
            const key = fitting.join();
            found.set(key, found.get(key) ?? state.value);
        }
        for (const next of listNext(state, patterns, shape)) {
            const length = Math.min(next.length, shape.maximum ?? shape.minimum);
            const key = `${length}|${next.alive.map(({ index, places }) => `${index}:${places.join()}`).join("|")}`;
            if (!seen.has(key)) {
                seen.add(key);
                queue.push(next);
            }
        }
    }
    return [...found.values()];
}

function startState(patterns: Pattern[], prefix: string): State {
    const alive = patterns.map((pattern, index) => ({ index, places: startOf(pattern) }));
    return prefix.split("").reduce((state, character) => append(state, patterns, character), {
        value: "",
        length: -prefix.length,
        alive,
    });
}

function append({ value, length, alive }: State, patterns: Pattern[], character: string): State {
    return {
        value: value + character,
        length: length + 1,
        alive: alive.flatMap(({ index, places }) => {
            const next = advance(patterns[index] ?? [], places, character);
            return next.length === 0 ? [] : [{ index, places: next }];
        }),
    };
}

/** The values with one more character: each one that some pattern looks for, and one that none does. */
function listNext(state: State, patterns: Pattern[], { characters, maximum }: Shape): State[] {
    if (state.length === maximum) {
        return [];
    }
    const special = new Set(
        state.alive.flatMap(({ index, places }) => distinguishedAt(patterns[index] ?? [], places)),
    );
    const ordinary = Array.from(characters ?? ANY_CHARACTERS).find((each) => !special.has(each));
    return [...(ordinary === undefined ? [] : [ordinary]), ...special]
        .filter((character) => characters?.includes(character) ?? true)
        .map((character) => append(state, patterns, character));
}
