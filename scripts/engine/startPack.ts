import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

import { Failure } from "../failure";
import { PackClient } from "./packClient";

/** A policy pack that runs in a process of its own. */
export interface StartedPack {
    port: number;
    /** IDs of the policies that are on. */
    policies: string[];
    process: ChildProcess;
}

/** How to start a pack. */
export interface PackStart {
    /** Ends it. */
    signal?: AbortSignal;
    /** Options of Node.js for its process. Defaults to none. */
    nodeOptions?: string[];
}

const RUNNER = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** Where the engine would listen: a pack looks for it only to log. */
const NO_ENGINE = "127.0.0.1:1";

/** What the engine starts for the policy pack in a folder. */
export function packCommand(folder: string): { file: string; args: string[] } {
    return { file: process.execPath, args: [RUNNER, NO_ENGINE, folder] };
}

/** Starts the policy pack in a folder as the engine does, and configures it with its defaults. Its process can be sent messages. */
export async function startPack(
    folder: string,
    { signal, nodeOptions = [] }: PackStart = {},
): Promise<StartedPack> {
    const { file, args } = packCommand(folder);
    const started = spawn(file, [...nodeOptions, ...args], {
        stdio: ["ignore", "pipe", "pipe", "ipc"],
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

function portOf(started: ChildProcess): Promise<number> {
    const { stdout, stderr } = started;
    if (stdout === null || stderr === null) {
        throw new Error("the policy pack's output is not piped");
    }
    const complaints: string[] = [];
    stderr.on("data", (text: Buffer) => complaints.push(text.toString()));
    return new Promise((resolve, reject) => {
        started.on("error", reject);
        createInterface(stdout).once("line", (line) => {
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
