import * as assert from "node:assert/strict";

import { fitted, wrapped } from "../../../scripts/demo/text";

describe("wrapped", () => {
    it("breaks between words, keeps given lines and indents", () => {
        const words = "word ".repeat(24).trim();
        const lines = wrapped(`${words}\nnext`, 4).split("\n");
        assert.equal(lines.length, 3);
        assert.ok(lines.every((line) => line.startsWith("    ") && line.length <= 100));
        assert.equal(lines[2], "    next");
    });
});

describe("fitted", () => {
    it("keeps a line that fits, and cuts a longer one or a second one off", () => {
        assert.equal(fitted("short", 90), "short");
        assert.equal(fitted("one two three four", 90), "one two t…");
        assert.equal(fitted("first\nsecond", 90), "first");
    });
});
