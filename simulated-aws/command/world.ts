import type { Unmodelled } from "../world/objects/unmodelled";
import type { World } from "../world/types";
import type { WorldObject } from "../world/worldObject";
import { findHome, requireWorld } from "./home";

/** One object of the world, for a list. */
export interface Row {
    kind: string;
    id: string;
    account: string;
    region: string;
    /** Its name or its tag Name; empty where it has neither. */
    name: string;
}

/** What is in the world of the project. */
export function listWorld(): Row[] {
    return rowsOf(requireWorld(findHome()));
}

/** Every object of a world, by kind. */
export function rowsOf(world: World): Row[] {
    const tables = Object.entries<{ [id: string]: WorldObject }>(world.objects);
    return tables.flatMap(([kind, table]) =>
        Object.values(table).map((object) => {
            const { id, account, region } = object;
            return { kind, id, account, region, name: nameOf(object) };
        }),
    );
}

function nameOf(object: WorldObject & Partial<Unmodelled & { name: string }>): string {
    const { tags, token, resourceId = "", name = "" } = object;
    return token === undefined ? (tags.Name ?? name) : `${token} ${resourceId}`;
}

/** The rows as lines of columns. */
export function tableOf(rows: Row[]): string {
    const cells = rows.map(({ kind, id, account, region, name }) => [
        kind,
        id,
        account,
        region,
        name,
    ]);
    const widths = [0, 1, 2, 3, 4].map((column) =>
        Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)),
    );
    return cells
        .map((row) =>
            row
                .map((cell, column) => cell.padEnd(widths[column] ?? 0))
                .join("  ")
                .trimEnd(),
        )
        .join("\n");
}
