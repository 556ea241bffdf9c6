import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The root of the repository. */
export const REPOSITORY = join(__dirname, "..", "..");

/** A file of the repository; undefined where there is none. */
export function readFile(file: string): string | undefined {
    const path = join(REPOSITORY, file);
    return existsSync(path) ? readFileSync(path, "utf-8") : undefined;
}

/** Files below a folder, from the root of the repository. */
export function filesIn(folder: string): string[] {
    const entries = readdirSync(join(REPOSITORY, folder), { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(REPOSITORY.length + 1))
        .sort();
}

/** A section of CONTRIBUTING.md that lists files, with what stands for the words in angle brackets. */
export interface Recipe {
    title: string;
    places: { [word: string]: string };
    /** Which of the files are meant: those without "where" in their line are always needed. Defaults to all. */
    only?: "always";
}

/** The files of a recipe, in its order. */
export function filesOf({ title, places, only }: Recipe): string[] {
    const text = readFile("CONTRIBUTING.md") ?? "";
    const [, section = ""] = new RegExp(`^## ${title}\\n([\\s\\S]*?)^## `, "m").exec(text) ?? [];
    return [...section.matchAll(/^\d+\. `([^`]+)`((?:.*\n {3})*.*)/gm)]
        .filter(([, , line = ""]) => only !== "always" || !/\bwhere\b/.test(line))
        .map(([, file = ""]) =>
            file.replace(/<([\w-]+)>/g, (all, word: string) => places[word] ?? all),
        );
}

/** Files of a recipe that are missing or have none of the names of what was added, each with what to do. */
export function findGaps(
    recipe: Recipe,
    names: [string, ...string[]],
    read: (file: string) => string | undefined = readFile,
): string[] {
    return filesOf(recipe).flatMap((file) => {
        const text = read(file);
        if (text === undefined) {
            return [`${file} is missing (CONTRIBUTING.md, "${recipe.title}")`];
        }
        return names.some((name) => file.includes(name) || text.includes(name))
            ? []
            : [`${file} does not name ${names[0]} (CONTRIBUTING.md, "${recipe.title}")`];
    });
}
