import { type Benchmark, MILLISECONDS, type Subject } from "./benchmark";
import type { Stages } from "./stage";

/** What a hub costs with many spokes. */
export function hubBenchmarks(stages: Stages): Benchmark[] {
    return [
        {
            name: "hub-50-spokes",
            title: "pulumi preview of a hub: time of a spoke between 25 and 50 against one between 10 and 25",
            ours: addedSpoke(stages, 25, 50),
            theirs: addedSpoke(stages, 10, 25),
            unit: MILLISECONDS,
            aim: 1.1,
            needsEngine: true,
        },
    ];
}

/** What one more spoke costs, so that the start of everything is not in it. */
function addedSpoke(stages: Stages, fewer: number, more: number): Subject {
    const preview = async (count: number): Promise<number> =>
        (await stages.of("hub", { count: String(count) })).preview();
    return {
        label: `${fewer} to ${more}`,
        measure: async () => ((await preview(more)) - (await preview(fewer))) / (more - fewer),
    };
}
