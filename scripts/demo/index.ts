import * as fs from "node:fs";
import * as path from "node:path";

import { engineHome } from "../../simulated-aws/index";
import { Failure, messageOf } from "../failure";
import { runDemo } from "./demo";
import { endDescendants } from "./descendants";
import { EngineRunner } from "./engine/engineRunner";
import { type CliSearch, findCli } from "./findCli";
import { InProcessRunner } from "./in-process/inProcessRunner";
import { HELP, type Mode, type Options, readOptions } from "./options";
import { secondsSince, styled } from "./text";
import { networksOnly, REGION } from "./world";

/** Exit status of a process that an interrupt ended. */
const INTERRUPTED = 130;

async function main(options: Options, signal: AbortSignal): Promise<void> {
    const start = Date.now();
    say(styled("bold", "eks-privatelink: private Amazon EKS endpoints, shared between accounts"));
    say("AWS is simulated: nothing leaves this machine, and no account is needed.");
    const search = await searchCli(options.mode, signal);
    const { world, places } = await networksOnly();
    const home = await engineHome({ world, region: REGION });
    // So that what other processes leave behind goes with the home.
    process.env.TMPDIR = fs.mkdtempSync(path.join(home.folder, "tmp-"));
    const runner =
        "cli" in search
            ? new EngineRunner(search.cli, home, signal)
            : new InProcessRunner(home, REGION, signal);
    say(
        "cli" in search
            ? `Engine: Pulumi ${search.cli.version?.toString() ?? ""}, ${search.cli.command}`
            : `In process, without the engine: ${search.reason}`,
    );
    try {
        await runDemo({ runner, worldPath: home.worldPath, places, unsafe: options.unsafe });
    } finally {
        home.remove();
    }
    say(`\nAll of it took ${secondsSince(start)}.`);
}

async function searchCli(mode: Mode, signal: AbortSignal): Promise<CliSearch> {
    if (mode === "in-process") {
        return { reason: "the environment asks for it" };
    }
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
