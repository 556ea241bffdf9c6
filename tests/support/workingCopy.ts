import { spawnSync } from "node:child_process";
import {
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { REPOSITORY } from "./recipe";

/** Files by their paths from the root of the repository, with how each comes to be as it should. */
export interface Edits {
    [file: string]: (text: string) => string;
}

const GENERATE = `
const { writeFileSync } = require("node:fs");
const { GENERATED_FILES } = require("./scripts/generated");
const ofFolder = GENERATED_FILES.filter(({ path }) => path.includes("/" + process.argv[1] + "/"));
void (async () => {
    for (const { path, content } of ofFolder) writeFileSync(path, await content());
})();
`;

/** A copy of a part of the repository, to change something in. */
export class WorkingCopy {
    private readonly folder = mkdtempSync(join(tmpdir(), "working-copy-"));

    /** Copies some paths without what is built; what is shared is only read. */
    public constructor(copied: string[], shared: string[]) {
        for (const path of copied) {
            cpSync(join(REPOSITORY, path), join(this.folder, path), {
                recursive: true,
                filter: (source) => !/[\\/](bin|node_modules)$/.test(source),
            });
        }
        for (const path of shared) {
            symlinkSync(join(REPOSITORY, path), join(this.folder, path));
        }
    }

    /** Changes files; one that is not there yet is empty. */
    public edit(edits: Edits): void {
        for (const [file, change] of Object.entries(edits)) {
            const path = join(this.folder, file);
            mkdirSync(dirname(path), { recursive: true });
            const text = existsSync(path) ? readFileSync(path, "utf-8") : "";
            writeFileSync(path, change(text));
        }
    }

    /** Writes the generated files below a folder, as `npm run generate` does with all. */
    public generate(folder: string): { status: number | null; text: string } {
        return this.run("-r", "tsx/cjs", "-e", GENERATE, folder);
    }

    /** Runs Node.js in the copy. */
    public run(...args: string[]): { status: number | null; text: string } {
        const { status, stdout, stderr } = spawnSync(process.execPath, args, {
            cwd: this.folder,
            encoding: "utf-8",
        });
        return { status, text: `${stdout}${stderr}` };
    }

    /** Runs specs in the copy. */
    public test(...args: string[]): { status: number | null; text: string } {
        return this.run(require.resolve("mocha/bin/mocha.js"), "--reporter", "dot", ...args);
    }

    public remove(): void {
        rmSync(this.folder, { recursive: true, force: true });
    }
}
