/** Number of single-character insertions, deletions and replacements between two words. */
function distance(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

/** Words this long are no slips of the pen; comparing them would only take time. */
const LONGEST_WORD = 100;

/** The known word that somebody most likely meant, whatever the letter case; undefined when none is near. */
export function findNearest(word: string, known: string[]): string | undefined {
    if (word.length > LONGEST_WORD) {
        return undefined;
    }
    const furthest = Math.max(2, word.length / 3);
    const [best] = known
        // Words of very different lengths are far apart; counting how far takes most of the time.
        .filter((candidate) => Math.abs(candidate.length - word.length) <= furthest)
        .map((candidate) => ({
            candidate,
            away: distance(word.toLowerCase(), candidate.toLowerCase()),
        }))
        .sort((a, b) => a.away - b.away);
    return best !== undefined && best.away <= furthest ? best.candidate : undefined;
}

/** `; did you mean X?`, or nothing when no known word is near. */
export function describeNearest(word: string, known: string[]): string {
    const nearest = findNearest(word, known);
    return nearest === undefined ? "" : `; did you mean ${nearest}?`;
}

/** What was given, in a few words, whatever it is and however large. */
export function describeGiven(value: unknown): string {
    switch (typeof value) {
        case "string":
            return JSON.stringify(
                value.length > LONGEST_WORD ? `${value.slice(0, LONGEST_WORD)}…` : value,
            );
        case "object":
            return value === null ? "null" : Array.isArray(value) ? "a list" : "an object";
        case "function":
            return "a function";
        default:
            return String(value);
    }
}

/** A verb as it follows so many subjects, given as it follows several: `leads` after one name, `lead` after two. */
export function verbAfter(subjects: unknown[], verb: string): string {
    return subjects.length === 1 ? (verb === "are" ? "is" : `${verb}s`) : verb;
}

/** A list of texts as it stands in a program: `["a", "b"]`. */
export function writeList(texts: string[]): string {
    return `[${texts.map((text) => JSON.stringify(text)).join(", ")}]`;
}

/** `cidrBlocks` as Python and Terraform spell it. */
export function toSnakeCase(name: string): string {
    return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
