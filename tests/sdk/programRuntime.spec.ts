import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { findRuntime } from "../../sdk/programRuntime";

describe("findRuntime", () => {
    let folder = "";

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "runtime-"));
    });

    afterEach(() => {
        rmSync(folder, { recursive: true, force: true });
    });

    const FORMS = {
        "a word": "name: x\nruntime: python\n",
        "a group": "name: x\nruntime:\n  name: python\n  options: { virtualenv: venv }\n",
        "a group in one line": "runtime: { name: python, options: { toolchain: uv } }\nname: x\n",
        JSON: '{\n    "name": "x",\n    "runtime": "python"\n}\n',
    };

    for (const [form, text] of Object.entries(FORMS)) {
        it(`reads it from ${form}`, () => {
            writeFileSync(join(folder, "Pulumi.yaml"), text);
            assert.equal(findRuntime(folder), "python");
        });
    }

    it("looks for the project in the folders above", () => {
        writeFileSync(join(folder, "Pulumi.yml"), "name: x\nruntime: go\n");
        const main = join(folder, "main", "program");
        mkdirSync(main, { recursive: true });
        assert.equal(findRuntime(main), "go");
    });

    it("knows none where there is no project, or one without a runtime", () => {
        assert.equal(findRuntime(folder), undefined);
        writeFileSync(join(folder, "Pulumi.yaml"), "name: x\n");
        assert.equal(findRuntime(folder), undefined);
    });
});
