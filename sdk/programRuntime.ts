import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** `runtime: python`, or the name in the group that `runtime` may be; JSON too. */
const RUNTIME = /^[\s{]*"?runtime"?:\s*(?:\{?\s*"?name"?:\s*)?"?(\w+)/m;

/**
 * The runtime of the program in a folder, for example `python`; undefined where neither it nor a folder above has a project
 * that says so. The engine starts plugins in the program's folder, and tells them nothing else of its language.
 */
export function findRuntime(folder: string): string | undefined {
    const file = PROJECT_FILES.map((name) => join(folder, name)).find((each) => existsSync(each));
    if (file === undefined) {
        return dirname(folder) === folder ? undefined : findRuntime(dirname(folder));
    }
    return RUNTIME.exec(readFileSync(file, "utf-8"))?.[1];
}
