import * as assert from "node:assert/strict";

import { sample, SECONDS } from "../../../scripts/bench/benchmark";

describe("sample", () => {
    it("measures in turn, lets each begin every other pair, and drops the first pair", async () => {
        const order: string[] = [];
        const subject = (label: string) => ({
            label,
            measure: () => Promise.resolve(order.push(label)),
        });
        const benchmark = {
            name: "",
            title: "",
            ours: subject("ours"),
            theirs: subject("theirs"),
            unit: SECONDS,
            aim: 1,
            needsEngine: false,
        };
        const samples = await sample(benchmark, 2);
        assert.equal(order.join(" "), "ours theirs theirs ours ours theirs");
        assert.deepEqual(samples, { ours: [4, 5], theirs: [3, 6] });
    });
});
