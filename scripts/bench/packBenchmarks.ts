import * as path from "node:path";

import { ROOT } from "../demo/options";
import { packCommand } from "../engine/startPack";
import { awsGuard } from "./awsGuard";
import { type Benchmark, MEGABYTES, SECONDS, type Subject } from "./benchmark";
import { packUsage } from "./packProcess";
import { stackOf } from "./stackOf";
import type { Stages } from "./stage";
import { preview } from "./subjects";
import { timeToFirstLine } from "./timed";

const PACK = path.join(ROOT, "policy-pack");
const EMPTY_PACK = path.join(__dirname, "packs", "empty");

/** What the policy pack costs. */
export function packBenchmarks(stages: Stages): Benchmark[] {
    return [
        {
            name: "pack-boot",
            title: "start of the policy pack against an empty, unbundled pack",
            ours: boot("the pack", PACK),
            theirs: boot("empty pack", EMPTY_PACK),
            unit: SECONDS,
            aim: 1,
            needsEngine: false,
        },
        ...[10, 1000, 5000].map((count) => packPreview(stages, count)),
        awsGuardPreview(stages, { count: "1000" }),
        {
            name: "pack-cpu",
            title: "CPU of the pack for the resources from 3,000 to 5,000 against those from 1,000 to 3,000",
            ours: addedCpu(3000, 5000),
            theirs: addedCpu(1000, 3000),
            unit: SECONDS,
            aim: 1.1,
            needsEngine: false,
        },
        {
            name: "pack-memory",
            title: "largest memory of the pack with 5,000 resources against an empty pack's",
            ours: memory("the pack", PACK),
            theirs: memory("empty pack", EMPTY_PACK),
            unit: MEGABYTES,
            needsEngine: false,
        },
    ];
}

function boot(label: string, pack: string): Subject {
    return { label, measure: () => timeToFirstLine(packCommand(pack)) };
}

function packPreview(stages: Stages, count: number): Benchmark {
    const config = { count: String(count) };
    return {
        name: `pack-preview-${count}`,
        title: `pulumi preview of ${count} resources under the policy pack against an empty pack`,
        ours: preview(stages, "the pack", "many", config, PACK),
        theirs: preview(stages, "empty pack", "many", config, EMPTY_PACK),
        unit: SECONDS,
        aim: 1.1,
        needsEngine: true,
    };
}

function awsGuardPreview(stages: Stages, config: { [key: string]: string }): Benchmark {
    return {
        name: "pack-awsguard",
        title: "pulumi preview of 1,000 resources under the policy pack against Pulumi's AWSGuard",
        ours: preview(stages, "the pack", "many", config, PACK),
        theirs: {
            label: "AWSGuard",
            measure: async () => {
                const stage = await stages.of("many", config);
                return stage.preview(await awsGuard(stage.home.folder));
            },
        },
        unit: SECONDS,
        needsEngine: true,
    };
}

/** What more resources cost beyond fewer, so that the start and the first use of the code are not in it. */
function addedCpu(fewer: number, more: number): Subject {
    const cpu = async (count: number) => (await packUsage(PACK, stackOf(count))).cpu;
    return {
        label: `${fewer} to ${more}`,
        measure: async () => (await cpu(more)) - (await cpu(fewer)),
    };
}

function memory(label: string, pack: string): Subject {
    return { label, measure: async () => (await packUsage(pack, stackOf(5000))).memory };
}
