/** Whether something holds; where that depends on keys whose values are not known, these. */
export type Truth = boolean | { unknown: string[] };

/** What holds for every part: one that does not hold decides, whatever is not known of the others. */
export function every(truths: Truth[]): Truth {
    return truths.includes(false) ? false : orUnknown(truths, true);
}

/** What holds for some part: one that holds decides, whatever is not known of the others. */
export function some(truths: Truth[]): Truth {
    return truths.includes(true) ? true : orUnknown(truths, false);
}

export function not(truth: Truth): Truth {
    return typeof truth === "boolean" ? !truth : truth;
}

/** The keys on which a truth depends; none where it is known. */
export function unknownIn(truth: Truth): string[] {
    return typeof truth === "boolean" ? [] : truth.unknown;
}

function orUnknown(truths: Truth[], otherwise: boolean): Truth {
    const unknown = [...new Set(truths.flatMap(unknownIn))];
    return unknown.length > 0 ? { unknown } : otherwise;
}
