import { spawnSync } from "node:child_process";

/**
 * Ends every process that this one has started, and theirs, at once: what they work on is thrown away anyhow, and the
 * engine, asked to stop while it starts, may leave a language host behind. Does nothing where there is no `ps`.
 */
export function endDescendants(): void {
    const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
    // Null where there is no `ps`, whatever the declarations say.
    const listed = (stdout as string | null) ?? "";
    const rows = listed.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
    for (const pid of descendantsOf(process.pid, rows)) {
        kill(pid);
    }
}

/** One that has ended meanwhile, as `ps` itself has, is none to be ended. */
function kill(pid: number): void {
    try {
        process.kill(pid, "SIGKILL");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") {
            throw error;
        }
    }
}

/** Process IDs under one, from rows of a process ID and its parent's. */
export function descendantsOf(ancestor: number, rows: number[][]): number[] {
    const children = rows.flatMap(([pid, parent]) =>
        pid !== undefined && parent === ancestor ? [pid] : [],
    );
    return children.flatMap((pid) => [pid, ...descendantsOf(pid, rows)]);
}
