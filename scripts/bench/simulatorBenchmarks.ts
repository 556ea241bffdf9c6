import { spawn } from "node:child_process";
import { once } from "node:events";
import * as os from "node:os";
import * as path from "node:path";

import { ROOT } from "../demo/options";
import { Failure } from "../failure";
import { bareEnvironment, runCommand } from "../first-hour/command";
import { type Benchmark, MEGABYTES, MILLISECONDS, SECONDS, type Subject } from "./benchmark";
import { timeToFirstLine } from "./timed";

const SCRIPTS = path.join(__dirname, "simulated");
const PROVIDER = path.join(ROOT, "simulated-aws", "bin", "provider.js");
/** A world that is not there, which is one in which nothing exists. */
const env = { SIMULATED_AWS_WORLD: path.join(os.tmpdir(), "no-such-folder", "world.json") };
/** A process that says a line and stays, as the provider does. */
const BARE = ["-e", "console.log(1); setInterval(() => {}, 1000)"];

/** What the simulated AWS costs: programs and questions in processes of their own, which say how much CPU they took. */
export function simulatorBenchmarks(): Benchmark[] {
    return [
        {
            name: "simulate-300",
            title: "CPU of a program of 300 resources on the simulated AWS against plain mocks",
            ours: said("simulated", ["program.js", "simulated"]),
            theirs: said("mocks", ["program.js", "mocks"]),
            unit: SECONDS,
            aim: 2,
            needsEngine: false,
        },
        {
            name: "question-300",
            title: "CPU of a question, resolve and connect, in a world of 300 VPCs against one of 100",
            ours: said("300 VPCs", ["question.js", "300"]),
            theirs: said("100 VPCs", ["question.js", "100"]),
            unit: MILLISECONDS,
            aim: 3.3,
            limit: 1,
            needsEngine: false,
        },
        {
            name: "provider-boot",
            title: "start of the simulated AWS as a provider against bare Node.js",
            ours: boot("provider", [PROVIDER]),
            theirs: boot("Node.js", BARE),
            unit: SECONDS,
            needsEngine: false,
        },
        {
            name: "provider-memory",
            title: "memory of the simulated AWS as a provider after its start against bare Node.js",
            ours: memory("provider", [PROVIDER]),
            theirs: memory("Node.js", BARE),
            unit: MEGABYTES,
            needsEngine: false,
        },
    ];
}

/** A number that a script prints. */
function said(label: string, [script = "", ...args]: string[]): Subject {
    const command = [process.execPath, path.join(SCRIPTS, script), ...args];
    return {
        label,
        measure: async () => {
            const { status, text } = await runCommand(ROOT, command, bareEnvironment(process.env));
            if (status !== 0) {
                throw new Failure(`${script} ended with status ${String(status)}: ${text}`);
            }
            return Number(text);
        },
    };
}

function boot(label: string, args: string[]): Subject {
    return { label, measure: () => timeToFirstLine({ file: process.execPath, args, env }) };
}

function memory(label: string, args: string[]): Subject {
    return {
        label,
        measure: async () => {
            const hook = path.join(__dirname, "reportUsage.js");
            const child = spawn(process.execPath, ["--require", hook, ...args], {
                env: { ...process.env, ...env },
                stdio: ["ignore", "pipe", "inherit", "ipc"],
            });
            try {
                await once(child.stdout ?? child, "data");
                child.send("usage");
                const [usage] = (await once(child, "message")) as [NodeJS.ResourceUsage];
                return usage.maxRSS * 1024;
            } finally {
                child.kill("SIGKILL");
            }
        },
    };
}
