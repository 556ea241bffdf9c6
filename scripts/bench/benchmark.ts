import type { Samples } from "./statistics";

/** What is measured, and how it is printed. */
export interface Unit {
    name: string;
    /** How much of what is measured makes one. */
    size: number;
}

/** Of milliseconds. */
export const SECONDS: Unit = { name: "s", size: 1000 };
export const MILLISECONDS: Unit = { name: "ms", size: 1 };
/** Of bytes. */
export const MEGABYTES: Unit = { name: "MB", size: 1e6 };

/** One thing to measure; what has to be done before and after is not counted. */
export interface Subject {
    label: string;
    measure(): Promise<number>;
}

/** Two things to compare, and the ratio that we aim at. */
export interface Benchmark {
    /** For `--only`. */
    name: string;
    title: string;
    ours: Subject;
    theirs: Subject;
    unit: Unit;
    /** Highest ratio that is good enough; absent where the figure is for information. */
    aim?: number;
    /** Highest median of ours that is good enough, in its unit; absent where only the ratio counts. */
    limit?: number;
    /** Whether it runs the real engine. */
    needsEngine: boolean;
}

/** Measures both in turn, so that a busy machine slows both; who begins changes with every pair. The first pair warms up. */
export async function sample({ ours, theirs }: Benchmark, runs: number): Promise<Samples> {
    const samples: Samples = { ours: [], theirs: [] };
    for (let run = 0; run <= runs; run++) {
        const isOursFirst = run % 2 === 0;
        const first = await (isOursFirst ? ours : theirs).measure();
        const second = await (isOursFirst ? theirs : ours).measure();
        if (run > 0) {
            samples.ours.push(isOursFirst ? first : second);
            samples.theirs.push(isOursFirst ? second : first);
        }
    }
    return samples;
}
