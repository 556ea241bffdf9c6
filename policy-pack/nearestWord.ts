/** The word that differs least from a misspelt one; undefined when none is near. */
export function nearestWord(misspelt: string, words: string[]): string | undefined {
    const ranked = words
        .map((word) => ({
            word,
            distance: editDistance(misspelt.toLowerCase(), word.toLowerCase()),
        }))
        .sort((a, b) => a.distance - b.distance);
    const [best] = ranked;
    return best !== undefined && best.distance <= Math.max(2, best.word.length / 3)
        ? best.word
        : undefined;
}

/** Letters to insert, delete or replace to get from one word to the other (Levenshtein). */
function editDistance(from: string, to: string): number {
    let row = Array.from({ length: to.length + 1 }, (_, i) => i);
    for (const [i, letter] of Array.from(from).entries()) {
        const next = [i + 1];
        for (const [j, other] of Array.from(to).entries()) {
            const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}
