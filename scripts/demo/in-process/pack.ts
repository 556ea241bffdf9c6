import type { ChildProcess, ChildProcessByStdio } from "node:child_process";
import { spawn } from "node:child_process";
import * as path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { Failure } from "../failure";
import { ROOT } from "../options";
import { PackClient } from "./packClient";

/** A policy pack that runs in a process of its own. */
export interface Pack {
    port: number;
    /** IDs of the policies that are on. */
    policies: string[];
    process: ChildProcess;
}

const RUNNER = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** Where the engine would listen: a pack looks for it only to log. */
const NO_ENGINE = "127.0.0.1:1";

/** Starts the policy pack of this repository as the engine does, and configures it with its defaults. */
export async function startPack(signal: AbortSignal): Promise<Pack> {
    const started = spawn(process.execPath, [RUNNER, NO_ENGINE, path.join(ROOT, "policy-pack")], {
        stdio: ["ignore", "pipe", "pipe"],
        signal,
    });
    try {
        const port = await portOf(started);
        return { port, policies: await configured(port), process: started };
    } catch (error) {
        started.kill();
        throw error;
    }
}

async function configured(port: number): Promise<string[]> {
    const client = new PackClient(port);
    try {
        return await client.configure();
    } finally {
        client.close();
    }
}

function portOf(started: ChildProcessByStdio<null, Readable, Readable>): Promise<number> {
    const complaints: string[] = [];
    started.stderr.on("data", (text: Buffer) => complaints.push(text.toString()));
    return new Promise((resolve, reject) => {
        started.on("error", reject);
        createInterface(started.stdout).once("line", (line) => {
            resolve(Number(line));
        });
        started.once("exit", (status) => {
            const said = complaints.join("").trim();
            reject(
                new Failure(`the policy pack does not start (status ${status ?? "none"}): ${said}`),
            );
        });
    });
}
