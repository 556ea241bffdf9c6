import * as fs from "node:fs";
import * as path from "node:path";
import { engineHome } from "../../tests/simulated-aws";
import { runDemo } from "./demo";
import { endDescendants } from "./descendants";
import { EngineRunner } from "./engine/engineRunner";
import { Failure, messageOf } from "./failure";
import type { CliSearch } from "./findCli";
import { findCli, withoutNodeModules } from "./findCli";
import { InProcessRunner } from "./in-process/inProcessRunner";
import type { Mode, Options } from "./options";
import { HELP, readOptions } from "./options";
import { secondsSince, styled } from "./text";
import { networkOnly, REGION } from "./world";

/** Exit status of a process that an interrupt ended. */
const INTERRUPTED = 130;

async function main(options: Options, signal: AbortSignal): Promise<void> {
    const start = Date.now();
    say(styled("bold", "eks-privatelink: private Amazon EKS endpoints, from one component"));
    say("AWS is simulated: nothing leaves this machine, and no account is needed.");
    const search = await searchCli(options.mode, signal);
    const network = await networkOnly();
    const home = await engineHome({ world: network.world, region: REGION });
    // So that what other processes leave behind goes with the home.
    process.env.TMPDIR = fs.mkdtempSync(path.join(home.folder, "tmp-"));
    const runner =
        "cli" in search
            ? new EngineRunner(search.cli.command, home, signal)
            : new InProcessRunner(home, REGION, signal);
    say(
        "cli" in search
            ? `Engine: Pulumi ${search.cli.command.version?.toString() ?? ""} from ${search.cli.place}`
            : `In process, without the engine: ${search.reason}`,
    );
    try {
        await runDemo({ runner, worldPath: home.worldPath, network, unsafe: options.unsafe });
    } finally {
        await runner.close().finally(() => {
            home.remove();
        });
    }
    say(`\nAll of it took ${secondsSince(start)}.`);
}

async function searchCli(mode: Mode, signal: AbortSignal): Promise<CliSearch> {
    if (mode === "in-process") {
        return { reason: "the environment asks for it" };
    }
    process.env.PATH = withoutNodeModules(process.env.PATH ?? "");
    const search = await findCli(signal, say);
    if (mode === "engine" && "reason" in search) {
        throw new Failure(`${search.reason}; the environment asks for the engine`);
    }
    return search;
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}

async function start(): Promise<void> {
    const interrupt = new AbortController();
    const end = () => {
        interrupt.abort();
        endDescendants();
        // What is on the way does not look at the signal before it starts its process.
        setInterval(endDescendants, 200).unref();
    };
    process.on("SIGINT", end).on("SIGTERM", end);
    // Whoever reads has gone away, as with `npm run demo | head`.
    process.stdout.once("error", end);
    try {
        const options = readOptions(process.argv.slice(2), process.env);
        if (options.help) {
            say(HELP);
        } else {
            await main(options, interrupt.signal);
        }
    } catch (error) {
        process.exitCode = interrupt.signal.aborted ? INTERRUPTED : 1;
        const message = interrupt.signal.aborted
            ? "interrupted; nothing is left"
            : messageOf(error);
        process.stderr.write(`${styled("red", "demo failed:")} ${message}\n`);
    }
}

void start();
