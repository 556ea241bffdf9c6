/**
 * A text to compare with, as tokens: a single character stands for itself, the words below for wildcards.
 * `*` of IAM is a run of any characters, `?` any one; in the first five parts of an ARN neither matches a colon.
 */
export type Pattern = Token[];
export type Token = string;

const RUN = "any-run";
/** The token that fits any characters, none included. */
export const ANYTHING = RUN;
const ONE = "any-one";
/** The tokens that fit characters of one part of an ARN: any number of them, or exactly one. */
export const RUN_IN_PART = "run-in-part";
export const ONE_IN_PART = "one-in-part";
/** The token that fits a digit. No text of a policy asks for it; the forms that AWS gives its values do. */
export const DIGIT = "any-digit";

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
    const reached: number[] = [];
    reach(pattern, 0, reached);
    return reached;
}

/** The places after one more character of the value. */
export function advance(pattern: Pattern, places: number[], character: string): number[] {
    const reached: number[] = [];
    for (const place of places) {
        const token = pattern[place];
        if (token !== undefined && fits(token, character)) {
            reach(pattern, isRun(token) ? place : place + 1, reached);
        }
    }
    return reached;
}

/** Adds a place, and those behind it: a run may be empty, so whoever stands before one also stands behind it. */
function reach(pattern: Pattern, place: number, reached: number[]): void {
    // Places come in rising order and close up behind runs, so what is not beyond the last one is there already.
    for (let next = place; ; next++) {
        if (next > (reached.at(-1) ?? -1)) {
            reached.push(next);
        }
        if (!isRun(pattern[next])) {
            return;
        }
    }
}

/** Whether a value that has reached these places fits. */
export function isComplete(pattern: Pattern, places: number[]): boolean {
    return places.includes(pattern.length);
}

/** Characters that matter to a value at these places, or DIGIT where all digits do: all others are treated alike. */
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
        case DIGIT:
            return /\d/.test(character);
        default:
            return token === character;
    }
}

function isRun(token: Token | undefined): boolean {
    return token === RUN || token === RUN_IN_PART;
}
