import { type Benchmark, SECONDS } from "./benchmark";
import { executableBenchmarks } from "./executableBenchmarks";
import { hubBenchmarks } from "./hubBenchmarks";
import { packBenchmarks } from "./packBenchmarks";
import { pythonBenchmark } from "./pythonBenchmark";
import { simulatorBenchmarks } from "./simulatorBenchmarks";
import type { Stages } from "./stage";
import { preview, up } from "./subjects";

/** Every comparison that the project makes. */
export function benchmarks(stages: Stages): Benchmark[] {
    return [
        {
            name: "set-preview",
            title: "pulumi preview of EksEndpointSet against the same resources by hand (JavaScript)",
            ours: preview(stages, "the set", "set"),
            theirs: preview(stages, "by hand", "by-hand"),
            unit: SECONDS,
            aim: 1.05,
            needsEngine: true,
        },
        {
            name: "set-up",
            title: "pulumi up of EksEndpointSet against the same resources by hand (JavaScript)",
            ours: up(stages, "the set", "set"),
            theirs: up(stages, "by hand", "by-hand"),
            unit: SECONDS,
            aim: 1.05,
            needsEngine: true,
        },
        {
            name: "yaml",
            title: "pulumi preview of a YAML program through the plugin against the same in TypeScript",
            ours: preview(stages, "YAML", "yaml"),
            theirs: preview(stages, "TypeScript", "typescript"),
            unit: SECONDS,
            aim: 1.2,
            needsEngine: true,
        },
        pythonBenchmark(stages),
        ...executableBenchmarks(stages),
        ...hubBenchmarks(stages),
        ...packBenchmarks(stages),
        ...simulatorBenchmarks(),
    ];
}
