import assert from "node:assert/strict";

import { createWorld } from "../../../simulated-aws/world/createWorld";
import { delayed } from "../../../simulated-aws/world/delays";
import { memoryStore } from "../../../simulated-aws/world/store";

/** The order in which eight changes are made that are asked for at once. */
async function orderBy(seed: number): Promise<number[]> {
    const store = delayed(memoryStore(createWorld()), seed);
    const made: number[] = [];
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((each) => store.change(() => made.push(each))));
    return made;
}

describe("delayed", () => {
    it("makes changes that are asked for at once in another order, each once", async () => {
        const made = await orderBy(1);
        assert.notDeepEqual(made, [0, 1, 2, 3, 4, 5, 6, 7]);
        assert.deepEqual([...made].sort(), [0, 1, 2, 3, 4, 5, 6, 7]);
    });
});
