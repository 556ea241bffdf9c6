import type { Benchmark } from "./benchmark";
import { compare, median } from "./statistics";
import type { Samples } from "./statistics";

/** What a benchmark found: every run, medians, the ratio and what was aimed at. */
export function report({ title, ours, theirs, aim }: Benchmark, samples: Samples): string {
    const { ratio, pairs } = compare(samples);
    const width = Math.max(ours.label.length, theirs.label.length);
    const [low, high] = pairs.map((value) => value.toFixed(2));
    const verdict = ratio <= aim ? "met" : "missed";
    return [
        title,
        `  ${line(ours.label.padEnd(width), samples.ours)}`,
        `  ${line(theirs.label.padEnd(width), samples.theirs)}`,
        `  ratio ${ratio.toFixed(2)} (middle half of the pairs ${low} to ${high}); aim at most ${aim.toFixed(2)}: ${verdict}`,
    ].join("\n");
}

function line(label: string, values: number[]): string {
    const spread = `${seconds(Math.min(...values))} to ${seconds(Math.max(...values))}`;
    return `${label}  median ${seconds(median(values))} s, ${spread}: ${values.map(seconds).join(" ")}`;
}

function seconds(milliseconds: number): string {
    return (milliseconds / 1000).toFixed(2);
}
