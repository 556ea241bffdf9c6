import { Input } from "@pulumi/pulumi";
import { demand, derive, refuse, unchecked } from "../checks/checked";
import { isLater } from "../checks/shape";
import { Problem } from "../domain/problem";

/** The items of a list that are known now, with their places in it. */
export function knownItems(
    list: Input<Input<string>[]> | undefined,
): { index: number; value: string }[] {
    return Array.isArray(list)
        ? list.flatMap((value, index) => (typeof value === "string" ? [{ index, value }] : []))
        : [];
}

/** Whether every item of a list is known now. */
export function isKnownList(list: Input<Input<string>[]>): list is string[] {
    return Array.isArray(list) && !list.some(isLater);
}

/** A list whose known form has been checked with the other arguments; one that comes later waits for its own check. */
export function checkedLater(
    list: Input<Input<string>[]>,
    check: (known: string[]) => Problem[],
): Input<Input<string>[]> {
    return isKnownList(list)
        ? list
        : demand(
              derive(unchecked(list), (known) => {
                  refuse(check(known));
                  return known;
              }),
          );
}

/** Whether a list has items, or may have some that are known only later. */
export function mayHaveItems(list: Input<Input<string>[]> | undefined): boolean {
    return Array.isArray(list) ? list.length > 0 : isLater(list);
}

/** Problems of the known items of a list, found by a check that counts them by their places among each other. */
export function checkKnownItems(
    path: string,
    list: Input<Input<string>[]> | undefined,
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
export function repeated(values: string[]): { index: number; value: string }[] {
    return values.flatMap((value, index) =>
        values.indexOf(value) < index ? [{ index, value }] : [],
    );
}
