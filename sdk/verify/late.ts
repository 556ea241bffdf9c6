import type { Input } from "@pulumi/pulumi";

import { demand } from "../checks/checked";
import { arrived } from "../checks/missingAnswers";
import { isLater, listOf, text } from "../checks/shape";
import { isKnownList, type List } from "../component/lists";
import type { Problem } from "../domain/problem";

// What is known at once has been checked with the other arguments; the rest is judged when it comes.

/** A text that was given, of which `checkSpelling` says what is wrong. */
export function verifyText(
    value: Input<string>,
    path: string,
    checkSpelling?: (known: string) => Problem[],
): Input<string> {
    return isLater(value)
        ? demand(arrived<string>(value, { path, shape: text, mocked: "", checkSpelling }))
        : value;
}

/** A list of texts that was given, which `check` judges as a whole. */
export function verifyList(list: List, path: string, check?: (known: string[]) => Problem[]): List {
    return isKnownList(list)
        ? list
        : demand(arrived<string[]>(list, { path, shape: listOf(text), mocked: [], check }));
}

/** The same item by item where that can be, so that a preview shows the others while one is unknown. */
export function verifyItems(
    list: List,
    path: string,
    check?: (known: string[]) => Problem[],
): List {
    return Array.isArray(list)
        ? list.map((item, i) => verifyText(item, `${path}[${i}]`))
        : verifyList(list, path, check);
}
