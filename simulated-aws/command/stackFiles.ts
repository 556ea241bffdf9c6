import * as fs from "node:fs";
import * as path from "node:path";

/** Files of stack settings in a folder, by name. */
export interface StackFiles {
    [name: string]: string;
}

/** Reads the stack settings of a project. */
export function readStackFiles(folder: string): StackFiles {
    const names = fs.readdirSync(folder).filter((name) => /^Pulumi\..+\.ya?ml$/.test(name));
    return Object.fromEntries(
        names.map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]),
    );
}

const SALT = /^encryptionsalt: .*\n?/m;

/**
 * Takes out of a project's stack settings what the engine writes for the private backend: a salt, unless a secret of
 * the file needs it. A file that only held it goes.
 */
export function withoutSalts(folder: string, before: StackFiles): void {
    for (const [name, text] of Object.entries(readStackFiles(folder))) {
        if (SALT.test(before[name] ?? "") || !SALT.test(text) || /\bsecure: /.test(text)) {
            continue;
        }
        const file = path.join(folder, name);
        const rest = text.replace(SALT, "");
        if (before[name] === undefined && /^\s*(\{\}\s*)?$/.test(rest)) {
            fs.rmSync(file);
        } else {
            fs.writeFileSync(
                file,
                before[name] !== undefined && isSame(before[name], rest) ? before[name] : rest,
            );
        }
    }
}

function isSame(one: string, other: string): boolean {
    return one.trim() === other.trim();
}
