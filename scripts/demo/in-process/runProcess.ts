import { fork } from "node:child_process";
import * as path from "node:path";

import type { ProgramReport, ProgramRequest } from "./messages";

/** How a program's process ends. */
export type ProgramEnd = Extract<ProgramReport, { kind: "done" | "failed" }>;

/** Runs a program in a process of its own and passes on what it tells on the way. */
export async function runProcess(
    request: ProgramRequest,
    signal: AbortSignal,
    hear: (report: ProgramReport) => void,
): Promise<ProgramEnd> {
    signal.throwIfAborted();
    const child = fork(path.join(__dirname, "runProgram.ts"), {
        stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const said: string[] = [];
    child.stdout?.on("data", (text: Buffer) => said.push(text.toString()));
    child.stderr?.on("data", (text: Buffer) => said.push(text.toString()));
    const kill = () => child.kill("SIGKILL");
    signal.addEventListener("abort", kill);
    child.send(request);
    try {
        return await new Promise((resolve, reject) => {
            child.on("message", (report: ProgramReport) => {
                hear(report);
                if (report.kind === "done" || report.kind === "failed") {
                    resolve(report);
                }
            });
            child.once("error", reject);
            child.once("exit", (status) => {
                const message =
                    said.join("").trim() || `its process ended with status ${status ?? "none"}`;
                resolve({ kind: "failed", message });
            });
        });
    } finally {
        signal.removeEventListener("abort", kill);
        child.kill("SIGKILL");
    }
}
