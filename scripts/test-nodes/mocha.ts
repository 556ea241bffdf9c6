import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";

import { Failure } from "../failure";

const REPOSITORY = path.join(__dirname, "..", "..");
const MOCHA = path.join(REPOSITORY, "node_modules", "mocha", "bin", "mocha.js");

/** What mocha's JSON reporter tells of a run. */
export interface Report {
    stats: { passes: number; failures: number; pending: number };
    failures: { fullTitle: string; err: { message?: string } }[];
}

/** Runs tests of this repository with the `node` of a search path; the report goes by way of a file in a folder. */
export async function runMocha(args: string[], PATH: string, folder: string): Promise<Report> {
    const file = path.join(folder, "report.json");
    const reporter = ["--reporter", "json", "--reporter-option", `output=${file}`];
    const child = spawn("node", [MOCHA, ...reporter, ...args], {
        cwd: REPOSITORY,
        env: { ...process.env, PATH },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
    const status = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
    });
    if (!existsSync(file)) {
        throw new Failure(`mocha ended with status ${status} and without a report\n${text}`);
    }
    return JSON.parse(readFileSync(file, "utf-8")) as Report;
}
