import assert from "node:assert/strict";

import { askAgain } from "../../../sdk/lookups/lookup";

describe("askAgain", () => {
    /** A question whose first answers are errors, and how often it has been asked. */
    function failing(times: number): { question: () => Promise<string>; asked: () => number } {
        let asked = 0;
        const question = async (): Promise<string> => {
            asked++;
            return asked > times
                ? "resources"
                : Promise.reject(new Error(`failed to load checkpoint: EOF (${asked})`));
        };
        return { question, asked: () => asked };
    }

    it("asks until there is an answer", async () => {
        const { question, asked } = failing(2);
        assert.deepEqual(await askAgain(question, [1, 1, 1]), {
            kind: "found",
            found: "resources",
        });
        assert.equal(asked(), 3);
    });

    it("gives the last error when there is none after all", async () => {
        const { question, asked } = failing(9);
        assert.deepEqual(await askAgain(question, [1, 1]), {
            kind: "unclear",
            reason: "failed to load checkpoint: EOF (3)",
        });
        assert.equal(asked(), 3);
    });
});
