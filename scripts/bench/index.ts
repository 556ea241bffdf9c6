import * as os from "node:os";

import { endDescendants } from "../demo/descendants";
import { type CliSearch, findCli } from "../demo/findCli";
import { counted } from "../demo/text";
import { messageOf } from "../failure";
import { type Benchmark, sample } from "./benchmark";
import { benchmarks } from "./benchmarks";
import { HELP, readOptions } from "./options";
import { report } from "./report";
import { Stages } from "./stage";

/** Name of what is computed and not measured. */
const LATENCY = "latency";

async function main(chosen: Benchmark[], runs: number, search: CliSearch): Promise<void> {
    const engine =
        "cli" in search ? `Pulumi ${search.cli.version?.toString() ?? ""}` : search.reason;
    const machine = `Node ${process.versions.node}, ${counted(os.availableParallelism(), "core")}`;
    if (chosen.length === 0) {
        return;
    }
    say(`On a simulated AWS: ${engine}, ${machine}, load ${load()}`);
    say(`Whole processes, in turn, ${counted(runs, "pair")} after one to warm up; seconds`);
    for (const benchmark of chosen) {
        if (benchmark.needsEngine && "reason" in search) {
            say(`\n${benchmark.title}\n  skipped: ${search.reason}`);
        } else {
            say(`\n${report(benchmark, await sample(benchmark, runs))}; load ${load()}`);
        }
    }
}

/** Mean number of processes that wanted to run in the last minute. */
function load(): string {
    return (os.loadavg()[0] ?? 0).toFixed(1);
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}

async function start(): Promise<void> {
    const stages = new Stages();
    const all = benchmarks(stages);
    const names = [...all.map(({ name }) => name), LATENCY];
    const { help, only, runs } = readOptions(process.argv.slice(2), names);
    if (help) {
        say(`${HELP}${names.join(", ")}.`);
        return;
    }
    const interrupt = new AbortController();
    const end = () => {
        interrupt.abort();
        endDescendants();
    };
    process.on("SIGINT", end).on("SIGTERM", end);
    const chosen = all.filter(({ name }) => only === undefined || name === only);
    const search = chosen.some(({ needsEngine }) => needsEngine)
        ? await findCli(interrupt.signal, say)
        : { reason: "without the engine" };
    stages.cli = "cli" in search ? search.cli.command : "";
    await main(chosen, runs, search).finally(() => stages.remove());
    if (only === undefined || only === LATENCY) {
        const { reportLatency } = await import("./latency/report.js");
        await reportLatency(say);
    }
}

start().catch((error: unknown) => {
    process.exitCode = 1;
    process.stderr.write(`bench failed: ${messageOf(error)}\n`);
});
