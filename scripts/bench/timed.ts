import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";

import { Failure } from "../failure";

/** A process to start. */
export interface Command {
    file: string;
    args: string[];
    cwd?: string;
    env?: { [name: string]: string };
}

/** Milliseconds that a process takes from start to end. It has to end well. */
export function timeToEnd(command: Command): Promise<number> {
    const { child, said } = started(command);
    const start = performance.now();
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (status) => {
            if (status === 0) {
                resolve(performance.now() - start);
            } else {
                reject(failed(command, status, said));
            }
        });
    });
}

/** Milliseconds until a process prints its first line; then it is ended. */
export function timeToFirstLine(command: Command): Promise<number> {
    const { child, said } = started(command);
    const start = performance.now();
    let elapsed: number | undefined;
    return new Promise((resolve, reject) => {
        createInterface(child.stdout).once("line", () => {
            elapsed = performance.now() - start;
            child.kill("SIGKILL");
        });
        child.once("error", reject);
        child.once("close", (status) => {
            if (elapsed === undefined) {
                reject(failed(command, status, said));
            } else {
                resolve(elapsed);
            }
        });
    });
}

function started({ file, args, cwd, env }: Command) {
    const child = spawn(file, args, {
        cwd,
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
    });
    const said: string[] = [];
    child.stdout.on("data", (text: Buffer) => said.push(text.toString()));
    child.stderr.on("data", (text: Buffer) => said.push(text.toString()));
    return { child, said };
}

function failed({ file, args }: Command, status: number | null, said: string[]): Failure {
    return new Failure(
        `${file} ${args.join(" ")} ended with status ${status ?? "none"}: ${said.join("").trim()}`,
    );
}
