import * as fs from "node:fs";
import * as path from "node:path";

/** Milliseconds after which the engine has noted what other calls have answered by then. */
const QUIET = 2_000;

/** Milliseconds until an engine that was writing is looked at again. */
const AGAIN = 100;

/**
 * Ends the process that started this one, in a moment in which it does not write its state: a file would be cut off. It is
 * stopped while that is looked at, so that it cannot begin to write in between.
 */
export async function killEngine(): Promise<void> {
    const engine = process.ppid;
    await passed(QUIET);
    process.kill(engine, "SIGSTOP");
    while (!isWhole(process.env.PULUMI_BACKEND_URL)) {
        process.kill(engine, "SIGCONT");
        await passed(AGAIN);
        process.kill(engine, "SIGSTOP");
    }
    process.kill(engine, "SIGKILL");
}

/** Whether every state of a backend of files can be read; of other backends nothing is known. */
export function isWhole(backend = ""): boolean {
    const folder = path.join(backend.replace("file://", ""), ".pulumi", "stacks");
    if (!backend.startsWith("file://") || !fs.existsSync(folder)) {
        return true;
    }
    return fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".json"))
        .every((file) => isJson(fs.readFileSync(path.join(folder, file), "utf8")));
}

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}

function passed(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
