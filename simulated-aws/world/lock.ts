import * as fs from "node:fs";
import { setTimeout } from "node:timers/promises";

/** Longest wait for another process, in milliseconds; a lock held longer belongs to a dead one. */
const LIMIT = 10_000;

/** Runs an action while no other process holds the same lock: a folder that only one can make. */
export async function withLock<T>(path: string, action: () => T): Promise<T> {
    const start = Date.now();
    while (!take(path)) {
        if (isAbandoned(path)) {
            fs.rmSync(path, { recursive: true, force: true });
        } else if (Date.now() - start > LIMIT) {
            throw new Error(
                `${path} is held by another process for more than ${LIMIT} ms; delete it`,
            );
        } else {
            await setTimeout(2 + Math.random() * 8);
        }
    }
    try {
        return action();
    } finally {
        fs.rmSync(path, { recursive: true, force: true });
    }
}

function take(path: string): boolean {
    try {
        fs.mkdirSync(path);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") {
            return false;
        }
        throw error;
    }
}

function isAbandoned(path: string): boolean {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    return stat !== undefined && Date.now() - stat.mtimeMs > LIMIT / 2;
}
