import { spawn } from "node:child_process";
import * as path from "node:path";

const ROOT = path.join(__dirname, "..", "..");

/** How a script of this repository ended. */
export interface Ended {
    status: number | null;
    stdout: string;
    stderr: string;
}

/** Runs a script of `scripts/` as a process of its own, as its npm script does after the build. */
export async function run(
    script: string,
    args: string[] = [],
    env: { [name: string]: string } = {},
): Promise<Ended> {
    const file = path.join(ROOT, "scripts", script, "index.ts");
    const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
        cwd: ROOT,
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
    });
    const ended: Ended = { status: null, stdout: "", stderr: "" };
    child.stdout.on("data", (text: Buffer) => (ended.stdout += text.toString()));
    child.stderr.on("data", (text: Buffer) => (ended.stderr += text.toString()));
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (status) => {
            resolve({ ...ended, status });
        });
    });
}
