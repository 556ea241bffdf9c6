import * as fs from "node:fs";
import * as path from "node:path";

import { UserError } from "../questions/userErrors";
import { createWorld } from "../world/createWorld";
import { loadWorld, saveWorld } from "../world/store";
import type { World } from "../world/types";

/** Folder of the world, the backend and the engine's home of a project. */
export const FOLDER = ".simulated-aws";

/** Where a project's simulated AWS is kept. */
export interface Home {
    folder: string;
    world: string;
    backend: string;
    pulumi: string;
    lock: string;
}

/** The home of a folder, or of the closest one above that has one, so that projects below share a world. */
export function findHome(from = process.cwd()): Home {
    for (let folder = from; ; folder = path.dirname(folder)) {
        if (fs.existsSync(path.join(folder, FOLDER))) {
            return homeIn(path.join(folder, FOLDER));
        }
        if (path.dirname(folder) === folder) {
            return homeIn(path.join(from, FOLDER));
        }
    }
}

function homeIn(folder: string): Home {
    return {
        folder,
        world: path.join(folder, "world.json"),
        backend: path.join(folder, "backend"),
        pulumi: path.join(folder, "home"),
        lock: path.join(folder, "running"),
    };
}

/** Makes what a run needs, where it is not there yet. */
export function makeHome(home: Home): void {
    fs.mkdirSync(home.backend, { recursive: true });
    fs.writeFileSync(path.join(home.folder, ".gitignore"), "*\n");
    if (!fs.existsSync(home.world)) {
        saveWorld(home.world, createWorld());
    }
}

/** The world of a home; a clear error where there is none, or one that this version cannot read. */
export function requireWorld(home: Home): World {
    if (!fs.existsSync(home.world)) {
        throw new UserError(
            `there is no world in ${home.folder} yet; make one with: eks-privatelink-simulator run -- pulumi up`,
        );
    }
    try {
        return loadWorld(home.world);
    } catch (error) {
        const reason = error instanceof SyntaxError ? `${home.world} is not JSON` : String(error);
        throw new UserError(
            `${reason.replace(/^Error: /, "").replace(/;.*/, "")}; start anew with: eks-privatelink-simulator reset`,
        );
    }
}

/** Holds a home for one run; a lock whose process has ended counts for nothing. */
export function takeHome(home: Home): () => void {
    const holder = fs.existsSync(home.lock) ? Number(fs.readFileSync(home.lock, "utf8")) : 0;
    if (holder > 0 && isAlive(holder)) {
        throw new UserError(
            `process ${holder} is running on the world in ${home.folder}; wait until it ends`,
        );
    }
    fs.rmSync(home.lock, { force: true });
    try {
        fs.writeFileSync(home.lock, String(process.pid), { flag: "wx" });
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") {
            throw new UserError(
                `another process has just begun to run on the world in ${home.folder}; wait until it ends`,
            );
        }
        throw error;
    }
    return () => {
        fs.rmSync(home.lock, { force: true });
    };
}

function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
