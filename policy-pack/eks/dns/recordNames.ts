import { Notes } from "../../stack/notes";
import type { Stack } from "../../stack/stack";
import { readPrivateNames } from "./privateNames";
import { findRecords, isAnswering } from "./records";

/** Whether a record of a private zone answers for a host name that has no zone of its own, by that name or as a wildcard. */
export function isNamedByRecord(stack: Stack, hostName: string): boolean {
    const names = stack.once(readRecordNames);
    return [hostName, ...wildcardsFor(hostName)].some((name) => names.has(name));
}

/** Whether a record of a private zone has the very name of a host. */
export function hasOwnRecord(stack: Stack, hostName: string): boolean {
    return stack.once(readRecordNames).has(hostName);
}

/** The wildcards that match a name: `*.b.c` and `*.c` for `a.b.c`. */
export function wildcardsFor(hostName: string): string[] {
    const labels = hostName.split(".");
    return labels.slice(1).map((_, i) => ["*", ...labels.slice(i + 1)].join("."));
}

function readRecordNames(stack: Stack): Set<string> {
    const { zones } = stack.once(readPrivateNames);
    const records = zones.flatMap((zone) => findRecords(stack, zone, new Notes()));
    return new Set(
        records.filter(isAnswering).flatMap(({ name }) => (name === undefined ? [] : [name])),
    );
}
