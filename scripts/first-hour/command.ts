import { spawn } from "node:child_process";
import * as path from "node:path";

/** How a command ended. */
export interface Ended {
    /** Null where a signal ended it. */
    status: number | null;
    /** What it printed, on both of its streams. */
    text: string;
}

/** Milliseconds after which a command counts as hung. */
const LIMIT = 300_000;

/** Runs a command, without input, until it ends. */
export function runCommand(
    folder: string,
    [file = "", ...args]: string[],
    env: NodeJS.ProcessEnv,
): Promise<Ended> {
    const child = spawn(file, args, {
        cwd: folder,
        env,
        stdio: ["ignore", "pipe", "pipe"],
        timeout: LIMIT,
        killSignal: "SIGKILL",
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (status) => {
            resolve({ status, text: text.trim() });
        });
    });
}

/** The environment of a shell that knows nothing of this repository: without what npm adds, and without its programs on PATH. */
export function bareEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const kept = Object.entries(env).filter(
        ([name]) => !/^(npm_|NODE_|PULUMI_|INIT_CWD$)/i.test(name) || name === "PULUMI_HOME",
    );
    const folders = (env.PATH ?? "").split(path.delimiter);
    return {
        ...Object.fromEntries(kept),
        PATH: folders.filter((folder) => !folder.includes("node_modules")).join(path.delimiter),
        NO_COLOR: "1",
    };
}
