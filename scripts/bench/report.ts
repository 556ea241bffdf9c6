import type { Benchmark, Unit } from "./benchmark";
import { compare, median, type Samples } from "./statistics";

/** What a benchmark found: every run, medians, the ratio and what was aimed at. */
export function report(benchmark: Benchmark, samples: Samples): string {
    const { title, ours, theirs, unit, aim, limit } = benchmark;
    const { ratio, pairs } = compare(samples);
    const width = Math.max(ours.label.length, theirs.label.length);
    const [low, high] = pairs.map((value) => value.toFixed(2));
    const verdict = aim === undefined ? "no aim" : judged("aim", ratio, aim);
    const own =
        limit === undefined
            ? ""
            : `; ${judged(`${ours.label} in ${unit.name}`, median(samples.ours) / unit.size, limit)}`;
    return [
        title,
        `  ${line(ours.label.padEnd(width), samples.ours, unit)}`,
        `  ${line(theirs.label.padEnd(width), samples.theirs, unit)}`,
        `  ratio ${ratio.toFixed(2)} (middle half of the pairs ${low} to ${high}); ${verdict}${own}`,
    ].join("\n");
}

function judged(what: string, value: number, highest: number): string {
    return `${what} at most ${highest.toFixed(2)}: ${value <= highest ? "met" : "missed"}`;
}

function line(label: string, values: number[], { name, size }: Unit): string {
    const number = (value: number): string => (value / size).toFixed(2);
    const spread = `${number(Math.min(...values))} to ${number(Math.max(...values))}`;
    return `${label}  median ${number(median(values))} ${name}, ${spread}: ${values.map(number).join(" ")}`;
}
