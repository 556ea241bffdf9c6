import * as fs from "node:fs";
import * as path from "node:path";

import type { Fault } from "../../simulated-aws/index";
import type { Engine } from "../../tests/engine/support";

/** World and states of an engine at one moment. */
export interface Snapshot {
    folder: string;
}

/** Keeps the world and the states as they are now. */
export function takeSnapshot({ home }: Engine): Snapshot {
    const folder = fs.mkdtempSync(path.join(home.folder, "snapshot-"));
    fs.copyFileSync(home.worldPath, path.join(folder, "world.json"));
    fs.cpSync(backendOf(home.folder), path.join(folder, "backend"), { recursive: true });
    return { folder };
}

/** Brings the world and the states back, without faults. */
export function restore(engine: Engine, { folder }: Snapshot): void {
    const { home } = engine;
    const backend = backendOf(home.folder);
    fs.rmSync(backend, { recursive: true, force: true, maxRetries: 10 });
    fs.cpSync(path.join(folder, "backend"), backend, { recursive: true });
    fs.copyFileSync(path.join(folder, "world.json"), home.worldPath);
    setFaults(engine);
}

/** Makes calls fail from now on, or none. */
export function setFaults(engine: Engine, ...faults: Fault[]): void {
    engine.change((world) => {
        Object.assign(world, { faults, calls: {} });
    });
}

function backendOf(folder: string): string {
    return path.join(folder, "backend");
}
