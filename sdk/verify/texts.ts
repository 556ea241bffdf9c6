import { demand } from "../checks/checked";
import { arrived } from "../checks/missingAnswers";
import { isLater, listOf, text } from "../checks/shape";
import { isKnownList, type List } from "../component/lists";
import type { Problem } from "../domain/problem";

/**
 * A list of texts that was given: those that are known have been checked with the other arguments, the others are when they
 * come. Item by item where that can be, so that a preview shows the others while one is unknown.
 */
export function verifyTexts(
    list: List,
    path: string,
    check?: (known: string[]) => Problem[],
): List {
    if (isKnownList(list)) {
        return list;
    }
    if (!Array.isArray(list)) {
        return demand(arrived<string[]>(list, { path, shape: listOf(text), mocked: [], check }));
    }
    return list.map((item, i) =>
        isLater(item)
            ? demand(arrived<string>(item, { path: `${path}[${i}]`, shape: text, mocked: "" }))
            : item,
    );
}
