import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";

import type { Engine } from "../../tests/engine/support";
import { describeBeside, describeWorld, sortedText } from "./sameWorld";

/** What a run and its provider make up: times, IDs of providers, addresses of interfaces. */
const TIMES = ["created", "modified", "time", "manifest"];
const UUIDS = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const ADDRESSES = /\b10(\.\d+){3}\b(?!\/)|\b[0-9a-f]{1,4}(:[0-9a-f]{0,4}){3,7}(?![/:\w])/g;

/** World and states of an engine in one text, the same for moments that differ only in what was made up. */
export function describeMoment(engine: Engine): string {
    const { world, home } = engine;
    const folder = path.join(home.folder, "backend", ".pulumi", "stacks");
    const states = filesIn(folder).map((file) => {
        const state = JSON.parse(fs.readFileSync(file, "utf8")) as { checkpoint?: object };
        const text = describeBeside(world, { file: path.basename(file), ...withoutTimes(state) });
        const marked = text.replace(UUIDS, "uuid").replace(ADDRESSES, "address");
        // Lists of what had IDs are in the order of these until now.
        return sortedText(JSON.parse(marked) as object);
    });
    const all = [...describeWorld(world), ...states].join("\n");
    return createHash("sha256").update(all).digest("hex");
}

function withoutTimes(state: object): object {
    return JSON.parse(
        JSON.stringify(state, (key, value: unknown) => (TIMES.includes(key) ? undefined : value)),
    ) as object;
}

function filesIn(folder: string): string[] {
    return fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".json"))
        .sort()
        .map((file) => path.join(folder, file));
}
