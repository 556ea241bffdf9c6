import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import { isWhole } from "../../../simulated-aws/doors/killEngine";

describe("a backend of files", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "backend-"));
    const stacks = path.join(folder, ".pulumi", "stacks", "project");
    const file = path.join(stacks, "dev.json");
    after(() => {
        rmSync(folder, { recursive: true });
    });

    it("is whole where every state can be read, and not while one is being written", () => {
        assert.equal(isWhole(`file://${folder}`), true);
        mkdirSync(stacks, { recursive: true });
        writeFileSync(file, `{"version":3}`);
        assert.equal(isWhole(`file://${folder}`), true);
        writeFileSync(file, "");
        assert.equal(isWhole(`file://${folder}`), false);
        writeFileSync(file, `{"version":`);
        assert.equal(isWhole(`file://${folder}`), false);
    });

    it("is nothing that is known of another backend", () => {
        assert.deepEqual([isWhole("https://api.pulumi.com"), isWhole()], [true, true]);
    });
});
