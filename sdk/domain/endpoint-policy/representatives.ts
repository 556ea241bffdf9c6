import { advance, distinguishedAt, isComplete, Pattern, startOf } from "./pattern";

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

/** Thrown where the patterns together tell more values apart than can be listed. */
export class TooManyValuesError extends Error {}

/** A document of 20,480 characters stays below this many unless its wildcards multiply. */
const LARGEST_SEARCH = 60_000;

interface State {
    value: string;
    length: number;
    /** For each pattern, where in it the value has got to. */
    places: number[][];
}

/**
 * One value of the shape for every way in which values fit some of the patterns and miss the others, the shortest first.
 * Whatever a policy says of a key with these patterns, it says of one of these values.
 */
export function findRepresentatives(patterns: Pattern[], shape: Shape): string[] {
    const found = new Map<string, string>();
    const seen = new Set<string>();
    const places = patterns.map((pattern) =>
        [...shape.prefix].reduce((at, character) => advance(pattern, at, character), startOf(pattern)),
    );
    const queue: State[] = [{ value: shape.prefix, length: 0, places }];
    for (const state of queue) {
        if (state.length >= shape.minimum) {
            const fitting = patterns.map((pattern, index) =>
                isComplete(pattern, state.places[index] ?? []) ? 1 : 0,
            );
            const key = fitting.join("");
            found.set(key, found.get(key) ?? state.value);
        }
        for (const next of listNext(state, patterns, shape)) {
            const key = `${Math.min(next.length, shape.maximum ?? shape.minimum)}|${next.places.join("|")}`;
            if (!seen.has(key)) {
                seen.add(key);
                queue.push(next);
            }
        }
        if (queue.length > LARGEST_SEARCH) {
            throw new TooManyValuesError();
        }
    }
    return [...found.values()];
}

function listNext(state: State, patterns: Pattern[], shape: Shape): State[] {
    if (state.length === shape.maximum) {
        return [];
    }
    const special = new Set(
        patterns.flatMap((pattern, index) => distinguishedAt(pattern, state.places[index] ?? [])),
    );
    const allowed = shape.characters ?? ANY_CHARACTERS;
    const ordinary = [...allowed].find((character) => !special.has(character));
    return [...(ordinary === undefined ? [] : [ordinary]), ...special]
        .filter((character) => shape.characters?.includes(character) ?? true)
        .map((character) => ({
            value: state.value + character,
            length: state.length + 1,
            places: patterns.map((pattern, index) =>
                advance(pattern, state.places[index] ?? [], character),
            ),
        }));
}
