import * as fs from "node:fs";

import { serveProvider } from "./doors/grpc";
import type { Pace } from "./doors/providerHandlers";
import { delayed } from "./world/delays";
import { durationOf } from "./world/durations";
import { History } from "./world/history";
import { fileStore } from "./world/store";

/** The provider plugin's process: the engine reads the port from its output. */
async function serve(): Promise<void> {
    const path = process.env.SIMULATED_AWS_WORLD;
    if (path === undefined || path === "") {
        throw new Error("SIMULATED_AWS_WORLD is not set; give it the path of the world's file");
    }
    const folder = process.env.SIMULATED_AWS_HISTORY;
    const history = folder === undefined ? undefined : new History(folder, fileStore(path));
    const store = history?.noted ?? fileStore(path);
    const seed = Number(process.env.SIMULATED_AWS_DELAYS ?? 0);
    const pace = paceOf(Number(process.env.SIMULATED_AWS_SPEED ?? 0));
    const { port } = await serveProvider(
        seed > 0 ? delayed(store, seed) : store,
        noteIn(process.env.SIMULATED_AWS_NOTES),
        async (token, operation, id) => {
            await pace(token, operation, id);
            history?.settle(id);
        },
    );
    endWithEngine();
    process.stdout.write(`${port}\n`);
}

/** Takes the time that AWS takes, so many times as fast; none without a speed. */
function paceOf(speed: number): Pace {
    return async (token, operation) => {
        if (speed > 0) {
            const { seconds } = durationOf(token, operation);
            await new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / speed));
        }
    };
}

/** An engine that was killed has told nobody; what it had asked for is still done. */
function endWithEngine(): void {
    const engine = process.ppid;
    setInterval(() => {
        if (process.ppid !== engine) {
            process.exit();
        }
    }, 1_000).unref();
}

/** Writes each type that passes through into a file, once, for whoever started the engine. */
function noteIn(file: string | undefined): (token: string) => void {
    const noted = new Set<string>();
    return (token) => {
        if (file !== undefined && !noted.has(token)) {
            noted.add(token);
            fs.appendFileSync(file, `${token}\n`);
        }
    };
}

serve().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
});
