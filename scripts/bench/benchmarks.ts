import * as path from "node:path";
import { ROOT } from "../demo/options";
import type { Benchmark, Subject } from "./benchmark";
import type { Stages } from "./stage";
import { timeToFirstLine } from "./timed";

const PACK = path.join(ROOT, "policy-pack");
const EMPTY_PACK = path.join(__dirname, "packs", "empty");

/** What the engine starts for a policy pack, and an address for the engine: a pack looks for it only to log. */
const PACK_RUNNER = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
const NO_ENGINE = "127.0.0.1:1";

/** Every comparison that the project has an aim for. */
export function benchmarks(stages: Stages): Benchmark[] {
    return [
        {
            name: "set-preview",
            title: "pulumi preview of EksEndpointSet against the same resources by hand (JavaScript)",
            ours: preview(stages, "the set", "set"),
            theirs: preview(stages, "by hand", "by-hand"),
            aim: 1.05,
            needsEngine: true,
        },
        {
            name: "set-up",
            title: "pulumi up of EksEndpointSet against the same resources by hand (JavaScript)",
            ours: up(stages, "the set", "set"),
            theirs: up(stages, "by hand", "by-hand"),
            aim: 1.05,
            needsEngine: true,
        },
        {
            name: "pack-boot",
            title: "start of the policy pack against an empty, unbundled pack",
            ours: boot("the pack", PACK),
            theirs: boot("empty pack", EMPTY_PACK),
            aim: 1,
            needsEngine: false,
        },
        packPreview(stages, 10),
        packPreview(stages, 1000),
        {
            name: "yaml",
            title: "pulumi preview of a YAML program through the plugin against the same in TypeScript",
            ours: preview(stages, "YAML", "yaml"),
            theirs: preview(stages, "TypeScript", "typescript"),
            aim: 1.4,
            needsEngine: true,
        },
    ];
}

function packPreview(stages: Stages, count: number): Benchmark {
    const config = { count: String(count) };
    return {
        name: `pack-preview-${count}`,
        title: `pulumi preview of ${count} resources under the policy pack against an empty pack`,
        ours: preview(stages, "the pack", "many", config, PACK),
        theirs: preview(stages, "empty pack", "many", config, EMPTY_PACK),
        aim: 1.1,
        needsEngine: true,
    };
}

function preview(
    stages: Stages,
    label: string,
    program: string,
    config?: { [key: string]: string },
    pack?: string,
): Subject {
    return { label, measure: async () => (await stages.of(program, config)).preview(pack) };
}

function up(stages: Stages, label: string, program: string): Subject {
    return { label, measure: async () => (await stages.of(program)).up() };
}

function boot(label: string, pack: string): Subject {
    const command = { file: process.execPath, args: [PACK_RUNNER, NO_ENGINE, pack] };
    return { label, measure: () => timeToFirstLine(command) };
}
