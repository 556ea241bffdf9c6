import type { Benchmark, Unit } from "./benchmark";
import { compare, median, type Samples } from "./statistics";

/** What a benchmark found: every run, medians, the ratio and what was aimed at. */
export function report({ title, ours, theirs, unit, aim }: Benchmark, samples: Samples): string {
    const { ratio, pairs } = compare(samples);
    const width = Math.max(ours.label.length, theirs.label.length);
    const [low, high] = pairs.map((value) => value.toFixed(2));
    const verdict =
        aim === undefined
            ? "no aim"
            : `aim at most ${aim.toFixed(2)}: ${ratio <= aim ? "met" : "missed"}`;
    return [
        title,
        `  ${line(ours.label.padEnd(width), samples.ours, unit)}`,
        `  ${line(theirs.label.padEnd(width), samples.theirs, unit)}`,
        `  ratio ${ratio.toFixed(2)} (middle half of the pairs ${low} to ${high}); ${verdict}`,
    ].join("\n");
}

function line(label: string, values: number[], { name, size }: Unit): string {
    const number = (value: number): string => (value / size).toFixed(2);
    const spread = `${number(Math.min(...values))} to ${number(Math.max(...values))}`;
    return `${label}  median ${number(median(values))} ${name}, ${spread}: ${values.map(number).join(" ")}`;
}
