import { demand } from "../checks/checked";
import { arrived } from "../checks/missingAnswers";
import { listOf, text } from "../checks/shape";
import { isKnownList, type List } from "../component/lists";
import type { Problem } from "../domain/problem";

/** Ranges that were given: those that are known have been checked with the other arguments, the others are when they come. */
export function verifyRanges(
    ranges: List,
    path: string,
    check: (known: string[]) => Problem[],
): List {
    if (isKnownList(ranges)) {
        return ranges;
    }
    return demand(arrived<string[]>(ranges, { path, shape: listOf(text), mocked: [], check }));
}
