import { functions } from "../invokes";
import { resources } from "../services";
import type { Fault } from "../world/faults";

const operations = new Set([
    ...resources.flatMap(({ operations: { create, update, delete: remove } }) =>
        [create, update, remove].filter((name) => name !== undefined),
    ),
    ...functions.map(({ operations: { call } }) => call),
]);

const checked = new WeakSet<Fault[]>();

/**
 * Refuses faults that could never come true, so that no test passes because of a misspelt one.
 * @throws Error that names the first of them.
 */
export function demandKnownFaults(faults: Fault[]): void {
    if (checked.has(faults)) {
        return;
    }
    const index = faults.findIndex(({ operation }) => !operations.has(operation));
    const unknown = faults[index];
    if (unknown !== undefined) {
        throw new Error(
            `faults[${index}].operation: the simulated AWS never calls "${unknown.operation}"; give one of ` +
                alike(unknown.operation).join(", "),
        );
    }
    checked.add(faults);
}

/** Operations that begin with the same word, or all. */
function alike(operation: string): string[] {
    const word = /^[A-Z][a-z]+/.exec(operation)?.[0] ?? operation;
    const all = [...operations].sort();
    const same = all.filter((each) => each.startsWith(word));
    return same.length > 0 ? same : all;
}
