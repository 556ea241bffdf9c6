import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { schemaServedBy } from "../../scripts/engine/schemaServedBy";

const SDK = join(__dirname, "..", "..", "sdk");

describe("the plugin", () => {
    const stored = () => readFileSync(join(SDK, "schema.json"), "utf-8");

    it("serves the stored schema to the letter, where the engine starts its folder", async () => {
        // By way of the runner of the SDK, with the folder and the engine's address.
        const runner = require.resolve("@pulumi/pulumi/cmd/run-plugin");
        assert.equal(await schemaServedBy(process.execPath, [runner, SDK]), stored());
    });

    it("serves it where the engine executes the file of its name", async () => {
        const file = join(SDK, "pulumi-resource-eks-privatelink");
        assert.equal(await schemaServedBy(file), stored());
    });
});
