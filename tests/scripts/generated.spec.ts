import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { relative } from "node:path";

import { GENERATED_FILES } from "../../scripts/generated";
import { fillIn } from "../../scripts/tables";

describe("GENERATED_FILES", function () {
    // Inferring the schema compiles the package.
    this.timeout(60_000);

    for (const { path, content } of GENERATED_FILES) {
        it(`${relative(process.cwd(), path)} is what the code says (npm run generate writes it)`, async () => {
            assert.equal(readFileSync(path, "utf-8"), await content());
        });
    }
});

describe("fillIn", () => {
    it("replaces what stands between the marks and nothing else", () => {
        const text = "before\n<!-- a -->\nold\n<!-- /a -->\nafter";
        assert.equal(
            fillIn(text, { a: () => "new" }),
            "before\n<!-- a -->\n\nnew\n\n<!-- /a -->\nafter",
        );
    });

    it("leaves a text alone that has no place for a part", () => {
        assert.equal(fillIn("text", { a: () => "new" }), "text");
    });
});
