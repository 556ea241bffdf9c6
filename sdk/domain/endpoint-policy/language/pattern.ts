/**
 * A text to compare with, as tokens: a single character stands for itself, the four words below for wildcards.
 * `*` of IAM is a run of any characters, `?` any one; in the first five parts of an ARN neither matches a colon.
 */
export type Pattern = Token[];
export type Token = string;

const RUN = "any-run";
/** The token that fits any characters, none included. */
export const ANYTHING = RUN;
const ONE = "any-one";
const RUN_IN_PART = "run-in-part";
const ONE_IN_PART = "one-in-part";

/** How a text is meant: `text` as it stands, `wildcards` with `*` and `?`, `arn` with wildcards that keep to a part. */
export type PatternKind = "text" | "wildcards" | "arn";

/** Colons that separate the parts of an ARN; whatever follows the last one is one part, colons included. */
const ARN_COLONS = 5;

/** The tokens of a text. */
export function toPattern(text: string, kind: PatternKind): Pattern {
    const colons = text.split(":").length - 1;
    let passed = 0;
    return text.split("").map((character) => {
        passed += character === ":" ? 1 : 0;
        const inPart = kind === "arn" && colons >= ARN_COLONS && passed < ARN_COLONS;
        if (kind === "text") {
            return character;
        }
        switch (character) {
            case "*":
                return inPart ? RUN_IN_PART : RUN;
            case "?":
                return inPart ? ONE_IN_PART : ONE;
            default:
                return character;
        }
    });
}

/** Whether a value fits a pattern as a whole. */
export function matches(pattern: Pattern, value: string): boolean {
    return isComplete(pattern, placesAfter(pattern, value));
}

/** Places in a pattern that a value reaches; none when it does not even begin like it. */
export function placesAfter(pattern: Pattern, value: string): number[] {
    let places = startOf(pattern);
    for (let index = 0; index < value.length && places.length > 0; index++) {
        places = advance(pattern, places, value.charAt(index));
    }
    return places;
}

/** Whether a text contains a wildcard of IAM. */
export function hasWildcard(text: string): boolean {
    return /[*?]/.test(text);
}

/** Places in a pattern that a value may have reached, before its first character. */
export function startOf(pattern: Pattern): number[] {
    return skipRuns(pattern, [0]);
}

/** The places after one more character of the value. */
export function advance(pattern: Pattern, places: number[], character: string): number[] {
    const next = places.flatMap((place) => {
        const token = pattern[place];
        if (token === undefined || !fits(token, character)) {
            return [];
        }
        return [isRun(token) ? place : place + 1];
    });
    return skipRuns(pattern, next);
}

/** Whether a value that has reached these places fits. */
export function isComplete(pattern: Pattern, places: number[]): boolean {
    return places.includes(pattern.length);
}

/** Characters that matter to a value at these places: all others are treated alike. */
export function distinguishedAt(pattern: Pattern, places: number[]): string[] {
    return places.flatMap((place) => {
        const token = pattern[place];
        if (token === undefined || token === RUN || token === ONE) {
            return [];
        }
        return [token === RUN_IN_PART || token === ONE_IN_PART ? ":" : token];
    });
}

function fits(token: Token, character: string): boolean {
    switch (token) {
        case RUN:
        case ONE:
            return true;
        case RUN_IN_PART:
        case ONE_IN_PART:
            return character !== ":";
        default:
            return token === character;
    }
}

function isRun(token: Token | undefined): boolean {
    return token === RUN || token === RUN_IN_PART;
}

/** A run may be empty, so whoever stands before one also stands behind it. */
function skipRuns(pattern: Pattern, places: number[]): number[] {
    const reached = new Set(places);
    for (const place of reached) {
        if (isRun(pattern[place])) {
            reached.add(place + 1);
        }
    }
    return [...reached].sort((a, b) => a - b);
}
