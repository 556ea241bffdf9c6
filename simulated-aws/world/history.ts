import * as fs from "node:fs";
import * as path from "node:path";

import type { WorldStore } from "./store";
import type { World } from "./types";

/** A world between two changes. */
export interface Moment {
    world: World;
    /** IDs of endpoints that are created and do not answer yet. */
    pending: string[];
}

/** Writes into a folder what a world becomes, change by change. */
export class History {
    private readonly pending = new Set<string>();

    public constructor(
        private readonly folder: string,
        private readonly store: WorldStore,
    ) {
        fs.mkdirSync(folder, { recursive: true });
    }

    /** The store, with every change written down. */
    public get noted(): WorldStore {
        const { store } = this;
        return {
            read: (ask) => store.read(ask),
            change: (act) =>
                store.change((world) => {
                    const before = new Set(endpointsOf(world));
                    try {
                        return act(world);
                    } finally {
                        const made = endpointsOf(world).filter((id) => !before.has(id));
                        made.forEach((id) => this.pending.add(id));
                        this.write(world);
                    }
                }),
        };
    }

    /** Notes that the wait for a created resource is over. */
    public settle(id: string): void {
        if (this.pending.delete(id)) {
            this.store.read((world) => {
                this.write(world);
            });
        }
    }

    private write(world: World): void {
        const place = String(fs.readdirSync(this.folder).length).padStart(6, "0");
        const moment: Moment = { world, pending: [...this.pending] };
        fs.writeFileSync(path.join(this.folder, `${place}.json`), JSON.stringify(moment));
    }
}

/** What a folder holds, from the first change to the last. */
export function readHistory(folder: string): Moment[] {
    return fs
        .readdirSync(folder)
        .sort()
        .map((file) => JSON.parse(fs.readFileSync(path.join(folder, file), "utf8")) as Moment);
}

function endpointsOf({ objects }: World): string[] {
    return [...Object.keys(objects.endpoints), ...Object.keys(objects.resolverEndpoints)];
}
