import * as fs from "node:fs";

import { createWorld } from "./createWorld";
import { withLock } from "./lock";
import type { World } from "./types";

/** One world, wherever it is kept. */
export interface WorldStore {
    /** Asks about the world as it is now. */
    read<T>(ask: (world: World) => T): T;
    /** Changes the world; a change that throws counts as far as it went, as in AWS. */
    change<T>(act: (world: World) => T): Promise<T>;
}

/** Keeps a world in memory, for runs in one process. */
export function memoryStore(world: World): WorldStore {
    return {
        read: (ask) => ask(world),
        change: (act) =>
            new Promise((resolve) => {
                resolve(act(world));
            }),
    };
}

interface Pending {
    run(world: World): void;
    settle(): void;
    fail(error: Error): void;
}

/**
 * Keeps a world in a file that several processes may share. Changes that arrive together are made
 * under one lock and written once; every write goes to a new file that takes the old one's place.
 */
export function fileStore(path: string): WorldStore {
    let cached: { version: string; world: World } | undefined;
    let queue: Pending[] = [];
    let working = false;

    const current = (): World => {
        const version = versionOf(path);
        if (cached?.version !== version) {
            cached = { version, world: loadWorld(path) };
        }
        return cached.world;
    };

    const work = async (): Promise<void> => {
        if (working) {
            return;
        }
        working = true;
        while (queue.length > 0) {
            const batch = queue;
            queue = [];
            try {
                await withLock(`${path}.lock`, () => {
                    const world = current();
                    for (const change of batch) {
                        change.run(world);
                    }
                    saveWorld(path, world);
                    cached = { version: versionOf(path), world };
                });
                for (const change of batch) {
                    change.settle();
                }
            } catch (error) {
                cached = undefined;
                for (const change of batch) {
                    change.fail(asError(error));
                }
            }
        }
        working = false;
    };

    return {
        read: (ask) => ask(current()),
        change: (act) =>
            new Promise((resolve, reject) => {
                let settle = (): void => undefined;
                queue.push({
                    run: (world) => {
                        try {
                            const result = act(world);
                            settle = () => {
                                resolve(result);
                            };
                        } catch (error) {
                            settle = () => {
                                reject(asError(error));
                            };
                        }
                    },
                    settle: () => {
                        settle();
                    },
                    fail: reject,
                });
                if (!working) {
                    setImmediate(() => void work());
                }
            }),
    };
}

function asError(error: unknown): Error {
    return error instanceof Error ? error : new Error(String(error));
}

/** Tells two states of a file apart; every save makes a new file. */
function versionOf(path: string): string {
    const stat = fs.statSync(path, { bigint: true, throwIfNoEntry: false });
    return stat === undefined ? "absent" : `${stat.ino}/${stat.mtimeNs}/${stat.size}`;
}

/** Reads a world; a file that does not exist yet is a world in which nothing exists. */
export function loadWorld(path: string): World {
    if (!fs.existsSync(path)) {
        return createWorld();
    }
    const saved = parseWorld(path);
    if (saved.schemaVersion > 1) {
        throw new Error(
            `${path} is a world of version ${saved.schemaVersion}, and this simulator reads version 1; install a newer one, ` +
                "or delete the file to start with a new world",
        );
    }
    if (saved.schemaVersion !== 1) {
        throw new Error(`${path} is not a world of version 1; delete it to start with a new one`);
    }
    const fresh = createWorld();
    return {
        ...fresh,
        ...saved,
        schemaVersion: 1,
        objects: { ...fresh.objects, ...saved.objects },
    };
}

function textOfError(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

type SavedWorld = Omit<World, "schemaVersion"> & { schemaVersion: number };

function parseWorld(path: string): SavedWorld {
    try {
        return JSON.parse(fs.readFileSync(path, "utf8")) as SavedWorld;
    } catch (error) {
        const why = textOfError(error);
        throw new Error(
            `${path} cannot be read as a world (${why}); it may have been cut off: delete it to start with a new one`,
            { cause: error },
        );
    }
}

const texts = new WeakMap<object, string>();

function textOf(object: object): string {
    let text = texts.get(object);
    if (text === undefined) {
        text = JSON.stringify(object);
        texts.set(object, text);
    }
    return text;
}

/** Writes a world, one object a line; whoever reads meanwhile sees the old one or the new one. */
export function saveWorld(path: string, world: World): void {
    const { objects, ...head } = world;
    const tables = Object.entries(objects).map(([kind, table]) => {
        const rows = Object.entries(table).map(
            ([id, object]) => `\n${JSON.stringify(id)}:${textOf(object as object)}`,
        );
        return `\n${JSON.stringify(kind)}:{${rows.join(",")}}`;
    });
    const text = `${JSON.stringify(head).slice(0, -1)},"objects":{${tables.join(",")}}}\n`;
    const next = `${path}.${process.pid}.new`;
    try {
        fs.writeFileSync(next, text);
        fs.renameSync(next, path);
    } catch (error) {
        throw new Error(`${path} cannot be written: ${textOfError(error)}`, { cause: error });
    }
}
