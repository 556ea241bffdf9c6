import * as fs from "node:fs";
import * as path from "node:path";

const MODULES = path.join(__dirname, "..", "..", "node_modules");

/** What a run leaves in a project's folder, or what is linked instead. */
const LEFT_OUT = [/^node_modules$/, /^bin$/, /^Pulumi\..+\.yaml$/];

/**
 * Copies a project next to others of this run, because the CLI writes the stack's settings into the project's folder.
 * The packages of this repository are linked.
 */
export function copyProject(folder: string, parent: string): string {
    const copy = path.join(parent, path.basename(folder));
    fs.cpSync(folder, copy, {
        recursive: true,
        filter: (source) =>
            source === folder || !LEFT_OUT.some((pattern) => pattern.test(path.basename(source))),
    });
    fs.symlinkSync(MODULES, path.join(copy, "node_modules"), "junction");
    return copy;
}
