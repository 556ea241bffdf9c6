import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
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
    const start = performance.now();
    return atFirstLine(command, () => performance.now() - start);
}

/** The most bytes of memory that a process has had when it prints its first line; then it is ended. On Linux only. */
export function memoryAtFirstLine(command: Command): Promise<number> {
    if (process.platform !== "linux") {
        return Promise.reject(new Failure("the memory of a process is read from /proc of Linux"));
    }
    return atFirstLine(command, (pid) => {
        const status = readFileSync(`/proc/${pid}/status`, "utf-8");
        const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
        return Number(kilobytes) * 1024;
    });
}

/** What is measured of a process as soon as it prints a line. */
function atFirstLine(command: Command, measure: (pid: number) => number): Promise<number> {
    const { child, said } = started(command);
    let measured: number | undefined;
    return new Promise((resolve, reject) => {
        createInterface(child.stdout).once("line", () => {
            measured = measure(child.pid ?? NaN);
            child.kill("SIGKILL");
        });
        child.once("error", reject);
        child.once("close", (status) => {
            if (measured === undefined) {
                reject(failed(command, status, said));
            } else {
                resolve(measured);
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
