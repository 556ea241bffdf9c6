import type { Input } from "@pulumi/pulumi";

import { isLater } from "../checks/shape";
import type { Problem } from "../domain/problem";

/** A list that may come later, as a whole or item by item. */
export type List = Input<Input<string>[]>;

/** The items of a list that are known now, with their places in it. */
export function knownItems(list: List | undefined): { index: number; value: string }[] {
    return Array.isArray(list)
        ? list.flatMap((value, index) => (typeof value === "string" ? [{ index, value }] : []))
        : [];
}

/** Whether every item of a list is known now. */
export function isKnownList(list: List): list is string[] {
    return Array.isArray(list) && !list.some(isLater);
}

/** Whether a list has items, or may have some that are known only later. */
export function mayHaveItems(list: List | undefined): boolean {
    return Array.isArray(list) ? list.length > 0 : isLater(list);
}

/** Problems of the known items of a list, found by a check that counts them by their places among each other. */
export function checkKnownItems(
    path: string,
    list: List | undefined,
    check: (values: string[]) => Problem[],
): Problem[] {
    const known = knownItems(list);
    if (known.length === 0) {
        return [];
    }
    const prefix = `${path}[`;
    return check(known.map(({ value }) => value)).map((problem) => {
        const place = /^\[(\d+)\]/.exec(problem.path.slice(path.length))?.[1];
        const index = place === undefined ? undefined : known[Number(place)]?.index;
        return problem.path.startsWith(prefix) && index !== undefined
            ? { ...problem, path: `${path}[${index}]` }
            : problem;
    });
}

/** Values that stood in the list before, with their places. */
export function findRepeated(values: string[]): { index: number; value: string }[] {
    return values.flatMap((value, index) =>
        values.indexOf(value) < index ? [{ index, value }] : [],
    );
}
