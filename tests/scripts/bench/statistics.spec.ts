import * as assert from "node:assert/strict";

import { compare, median, quantile } from "../../../scripts/bench/statistics";

describe("statistics", () => {
    it("takes the middle value, and the mean of the two in the middle", () => {
        assert.equal(median([9, 1, 2]), 2);
        assert.equal(median([4, 1, 2, 9]), 3);
    });

    it("interpolates quantiles between neighbours", () => {
        assert.equal(quantile([1, 2, 3, 4, 5], 0.25), 2);
        assert.equal(quantile([1, 2], 0.25), 1.25);
    });

    it("compares medians, and neighbours for the spread", () => {
        // The third pair was slowed down as a whole: it moves the medians' spread, and not its own ratio.
        const samples = { ours: [110, 110, 550, 110, 110], theirs: [100, 100, 500, 100, 100] };
        const { ratio, pairs } = compare(samples);
        assert.equal(ratio, 1.1);
        assert.deepEqual(pairs, [1.1, 1.1]);
    });
});
