import * as assert from "node:assert/strict";

import { descendantsOf } from "../../../scripts/demo/descendants";

describe("descendantsOf", () => {
    it("finds children and theirs, and nobody else", () => {
        const rows = [[10, 1], [11, 10], [12, 11], [13, 1], [14, 10], []];
        assert.deepEqual(descendantsOf(10, rows), [11, 12, 14]);
    });
});
