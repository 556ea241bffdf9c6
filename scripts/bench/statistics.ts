/** The middle value; of an even number of values the mean of the two in the middle. NaN for none. */
export function median(values: number[]): number {
    return quantile(values, 0.5);
}

/** The value below which a part of the values lies, between neighbours in proportion. NaN for none. */
export function quantile(values: number[], part: number): number {
    const sorted = [...values].sort((one, other) => one - other);
    const place = (sorted.length - 1) * part;
    const below = sorted[Math.floor(place)] ?? NaN;
    const above = sorted[Math.ceil(place)] ?? NaN;
    return below + (above - below) * (place - Math.floor(place));
}

/** Two things measured in turn, in milliseconds: the first of one belongs to the first of the other. */
export interface Samples {
    ours: number[];
    theirs: number[];
}

/** How ours compares. */
export interface Comparison {
    /** Median of ours in terms of the median of theirs. */
    ratio: number;
    /** Quartiles of the ratios of neighbours: noise that lasts longer than a pair is not in them. */
    pairs: [low: number, high: number];
}

/** Compares what was measured in turn. */
export function compare({ ours, theirs }: Samples): Comparison {
    const pairs = ours.map((one, i) => one / (theirs[i] ?? NaN));
    return {
        ratio: median(ours) / median(theirs),
        pairs: [quantile(pairs, 0.25), quantile(pairs, 0.75)],
    };
}
