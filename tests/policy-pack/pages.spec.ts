import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { policies } from "../../policy-pack/policies";
import { readFile, REPOSITORY } from "../support/recipe";

const TSC = join(REPOSITORY, "node_modules", "typescript", "bin", "tsc");

/** The code of a page, each block in a function that is given what the page names and does not show. */
function programOf(name: string): string {
    const text = readFile(`policy-pack/docs/${name}.md`) ?? "";
    const [, list = ""] = /^Of the same program, and in order: (.*)\.$/m.exec(text) ?? [];
    const others = [...list.matchAll(/`(\w+)`/g)].map(([, other]) => `${other}: any`);
    const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
    const functions = blocks.map(
        (code, i) => `export function f${i}(${others.join(", ")}) {\n${code}}`,
    );
    return ['import * as aws from "@pulumi/aws";', ...functions].join("\n");
}

describe("the pages of policies", function () {
    this.timeout(300_000);
    let folder = "";

    before(() => {
        folder = mkdtempSync(join(tmpdir(), "policy-pages-"));
        symlinkSync(join(REPOSITORY, "node_modules"), join(folder, "node_modules"));
    });

    after(() => {
        rmSync(folder, { recursive: true, force: true });
    });

    it("have code that compiles", () => {
        const files = policies.map(({ name }) => {
            const file = join(folder, `${name}.ts`);
            writeFileSync(file, programOf(name));
            return file;
        });
        const options = "--noEmit --strict --skipLibCheck --target es2022 --module node16".split(
            " ",
        );
        const { stdout, status } = spawnSync(process.execPath, [TSC, ...options, ...files], {
            encoding: "utf-8",
        });
        assert.equal(stdout, "");
        assert.equal(status, 0);
    });
});
