import {
    advance,
    DIGIT,
    distinguishedAt,
    isComplete,
    matches,
    type Pattern,
    startOf,
} from "../language/pattern";
import type { Budget } from "./budget";

/** The values that a key can have: a fixed beginning, then so many characters of a kind. */
export interface Shape {
    prefix: string;
    /** What the value as a whole has to fit; absent for anything. */
    form?: Pattern;
    /** Allowed characters after the prefix; absent for any. */
    characters?: string;
    minimum: number;
    /** Absent for any number. */
    maximum?: number;
}

/** To choose from where no pattern cares which character it is. */
const ANY_CHARACTERS = "xyzuvwabcdefghijklmnopqrst0123456789-_/.";

const DIGITS = "0123456789";

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
    return [...mapRepresentatives(patterns, shape, budget).values()];
}

/** The same by which patterns they fit, as `describeFit` writes it. */
export function mapRepresentatives(
    texts: Pattern[],
    shape: Shape,
    budget: Budget,
): Map<string, string> {
    // The form goes last, so that a value that has left it can be told at a glance.
    const patterns = shape.form === undefined ? texts : [...texts, shape.form];
    const found = new Map<string, string>();
    const seen = new Set<string>();
    const queue: State[] = [startState(patterns, shape.prefix)];
    for (const state of queue) {
        const fitting = state.alive
            .filter(({ index, places }) => isComplete(patterns[index] ?? [], places))
            .map(({ index }) => index);
        const fitsForm = shape.form === undefined || fitting.pop() === texts.length;
        if (state.length >= shape.minimum && fitsForm) {
            const key = fitting.join();
            found.set(key, found.get(key) ?? state.value);
        }
        for (const next of listNext(state, patterns, shape, budget)) {
            const keepsForm = shape.form === undefined || next.alive.at(-1)?.index === texts.length;
            const length = Math.min(next.length, shape.maximum ?? shape.minimum);
            const key = `${length}|${next.alive.map(({ index, places }) => `${index}:${places.join()}`).join("|")}`;
            if (keepsForm && !seen.has(key)) {
                seen.add(key);
                queue.push(next);
            }
        }
    }
    return found;
}

/** Which of some patterns a value fits. */
export function describeFit(patterns: Pattern[], value: string): string {
    return patterns.flatMap((pattern, index) => (matches(pattern, value) ? [index] : [])).join();
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
function listNext(state: State, patterns: Pattern[], shape: Shape, budget: Budget): State[] {
    const characters = state.length === shape.maximum ? [] : listCharacters(state, patterns, shape);
    const places = state.alive.reduce((sum, each) => sum + each.places.length, 1);
    budget.spend(places * (1 + characters.length));
    return characters.map((character) => append(state, patterns, character));
}

function listCharacters(state: State, patterns: Pattern[], { characters }: Shape): string[] {
    const special = new Set(
        state.alive.flatMap(({ index, places }) => distinguishedAt(patterns[index] ?? [], places)),
    );
    const isOrdinary = (character: string) => !special.has(character);
    const ordinary = Array.from(characters ?? ANY_CHARACTERS).find(isOrdinary);
    const digit = special.delete(DIGIT) ? Array.from(DIGITS).find(isOrdinary) : undefined;
    return [ordinary, digit, ...special]
        .filter((character) => character !== undefined)
        .filter((character) => characters?.includes(character) ?? true);
}
