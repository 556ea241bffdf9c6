import { createHash } from "node:crypto";

import type { World } from "../../simulated-aws/index";

/** What AWS makes up anew for each object. */
const MADE_UP = [
    "id",
    "uniqueId",
    "createDate",
    "nameSuffix",
    "privateIp",
    "ipv6Address",
    "addressIds",
];

/** The digits at the end of a generated name. */
const GENERATED = /-[0-9a-f]{7}(?=["/:*,\\ ]|$)/g;

/** IDs of what the world keeps no object of. */
const OTHER_IDS = /\b([a-z]+)-0[0-9a-f]{16}\b/g;

/** How often what an object refers to is looked at, and what that refers to, and so on. */
const DEPTH = 4;

interface Described {
    kind: string;
    id: string;
    text: string;
    /** What stands for the object where others name it. */
    mark: string;
}

/** One line an object, sorted, that is the same for worlds that differ only in what AWS made up. */
export function describeWorld(world: World): string[] {
    const { objects, marks } = marked(world);
    return objects
        .map(({ mark, text }) => `${mark} ${withMarks(text, marks).slice(0, 200)}`)
        .sort();
}

/** The text of something that names objects of a world, the same where it differs only in what AWS made up. */
export function describeBeside(world: World, value: object): string {
    return withMarks(sortedText(value), marked(world).marks);
}

function marked(world: World): { objects: Described[]; marks: Map<string, string> } {
    let objects = Object.entries(world.objects).flatMap(([kind, table]) =>
        Object.entries<object>(table).map(([id, object]): Described => ({
            kind,
            id,
            text: sortedText(object),
            mark: kind,
        })),
    );
    for (let round = 0; round < DEPTH; round++) {
        const marks = new Map(
            objects.flatMap(({ id, mark }) =>
                [id, id.split("/").at(-1) ?? id].map((name) => [name, mark]),
            ),
        );
        objects = objects.map((object) => ({
            ...object,
            mark: `${object.kind}#${shortHash(object.kind + withMarks(object.text, marks))}`,
        }));
    }
    return { objects, marks: new Map(objects.map(({ id, mark }) => [id, mark])) };
}

/** What one description has and another has not. */
export function lessThan(whole: string[], part: string[]): string[] {
    const rest = part.map(markOf);
    return whole.filter((line) => {
        const index = rest.indexOf(markOf(line));
        rest.splice(index, index < 0 ? 0 : 1);
        return index < 0;
    });
}

function markOf(line: string): string {
    return line.split(" ")[0] ?? "";
}

/** A text in which nothing depends on the order of lists and properties, without what AWS makes up. */
export function sortedText(object: object): string {
    return JSON.stringify(object, (key, value: unknown) => {
        if (Array.isArray(value)) {
            return [...(value as unknown[])].sort((a, b) =>
                JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
            );
        }
        return value instanceof Object
            ? Object.fromEntries(
                  Object.entries(value)
                      .filter(([name]) => !MADE_UP.includes(name))
                      .sort(([a], [b]) => (a < b ? -1 : 1)),
              )
            : value;
    });
}

/** IDs by their marks, the longest first, because one may contain another. */
function withMarks(text: string, marks: Map<string, string>): string {
    const names = [...marks.keys()]
        .filter((name) => name.length > 6 && text.includes(name))
        .sort((a, b) => b.length - a.length);
    const marked = names.reduce(
        (known, name) =>
            known
                .split(name)
                .join(`<${marks.get(name) ?? ""}>`)
                // An endpoint's names have eight more digits.
                .replace(/>-[0-9a-f]{8}(?=[.-])/g, ">"),
        text,
    );
    return marked.replace(OTHER_IDS, "$1-").replace(GENERATED, "");
}

function shortHash(text: string): string {
    return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
