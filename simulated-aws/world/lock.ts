import * as fs from "node:fs";
import * as path from "node:path";
import { setTimeout } from "node:timers/promises";

/** Longest wait for another process, in milliseconds. */
const LIMIT = 10_000;

/** Age in milliseconds from which a lock without an owner belongs to a process that died while taking it. */
const UNOWNED = 5_000;

/** Runs an action while no other process holds the same lock: a folder that only one can make, with its process ID. */
export async function withLock<T>(
    lock: string,
    action: () => T,
    limit: number = LIMIT,
): Promise<T> {
    const start = Date.now();
    while (!take(lock)) {
        if (isAbandoned(lock)) {
            fs.rmSync(lock, { recursive: true, force: true });
        } else if (Date.now() - start > limit) {
            const owner = ownerOf(lock) ?? "unknown";
            throw new Error(
                `${lock} is held by process ${owner} for more than ${limit / 1000} seconds; end that process, or delete the lock`,
            );
        } else {
            await setTimeout(2 + Math.random() * 8);
        }
    }
    try {
        return action();
    } finally {
        fs.rmSync(lock, { recursive: true, force: true });
    }
}

function take(lock: string): boolean {
    try {
        fs.mkdirSync(lock);
        fs.writeFileSync(path.join(lock, "owner"), String(process.pid));
        return true;
    } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === "EEXIST") {
            return false;
        }
        throw new Error(`${lock} cannot be made: ${message}`, { cause: error });
    }
}

function isAbandoned(lock: string): boolean {
    const owner = ownerOf(lock);
    if (owner !== undefined) {
        return !isAlive(owner);
    }
    const stat = fs.statSync(lock, { throwIfNoEntry: false });
    return stat !== undefined && Date.now() - stat.mtimeMs > UNOWNED;
}

function ownerOf(lock: string): number | undefined {
    try {
        return Number(fs.readFileSync(path.join(lock, "owner"), "utf8")) || undefined;
    } catch (error) {
        if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) {
            return undefined;
        }
        throw error;
    }
}

function isAlive(owner: number): boolean {
    try {
        return process.kill(owner, 0);
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
