import * as assert from "node:assert/strict";
import { wrapped } from "../../../scripts/demo/text";

describe("wrapped", () => {
    it("breaks between words, keeps given lines and indents", () => {
        const words = "word ".repeat(24).trim();
        const lines = wrapped(`${words}\nnext`, 4).split("\n");
        assert.equal(lines.length, 3);
        assert.ok(lines.every((line) => line.startsWith("    ") && line.length <= 100));
        assert.equal(lines[2], "    next");
    });
});
