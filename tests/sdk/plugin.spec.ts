import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { schemaServedBy } from "../../scripts/engine/schemaServedBy";

const SDK = join(__dirname, "..", "..", "sdk");

describe("the plugin", () => {
    it("serves the stored schema to the letter", async () => {
        // The way the engine starts a plugin folder: the runner of the SDK, with the folder and the engine's address.
        const runner = require.resolve("@pulumi/pulumi/cmd/run-plugin");
        const served = await schemaServedBy(process.execPath, [runner, SDK]);
        assert.equal(served, readFileSync(join(SDK, "schema.json"), "utf-8"));
    });
});
