import assert from "node:assert/strict";

import fc from "fast-check";

import {
    matches,
    type Pattern,
    toPattern,
} from "../../../../../sdk/domain/endpoint-policy/language/pattern";
import {
    Budget,
    TooComplicatedError,
} from "../../../../../sdk/domain/endpoint-policy/search/budget";
import { findRepresentatives } from "../../../../../sdk/domain/endpoint-policy/search/representatives";

describe("findRepresentatives", () => {
    const words = (letters: string[], maxLength: number) =>
        fc.array(fc.constantFrom(...letters), { maxLength }).map((each) => each.join(""));
    const patterns = fc.array(
        words(["a", "b", "*", "?"], 5).map((text) => toPattern(text, "wildcards")),
        { maxLength: 5 },
    );

    function signature(all: Pattern[], value: string): string {
        return all.map((pattern) => (matches(pattern, value) ? 1 : 0)).join("");
    }

    it("has one value for each way in which values fit the patterns", () => {
        fc.assert(
            fc.property(patterns, words(["a", "b", "c"], 8), (all, suffix) => {
                const shape = { prefix: "a", minimum: 1 };
                const found = findRepresentatives(all, shape, new Budget());
                const signatures = found.map((value) => signature(all, value));
                assert.equal(new Set(signatures).size, signatures.length);
                assert.ok(signatures.includes(signature(all, `a${suffix}c`)));
            }),
        );
    });

    it("keeps to the characters and lengths of the shape", () => {
        fc.assert(
            fc.property(patterns, (all) => {
                const shape = { prefix: "x-", characters: "ab", minimum: 2, maximum: 3 };
                for (const value of findRepresentatives(all, shape, new Budget())) {
                    assert.match(value, /^x-[ab]{2,3}$/);
                }
            }),
        );
    });

    it("stops where wildcards multiply", () => {
        const all = Array.from({ length: 60 }, (_, index) =>
            toPattern(`*a${index}*b${index}*c*`, "wildcards"),
        );
        assert.throws(
            () => findRepresentatives(all, { prefix: "", minimum: 1 }, new Budget()),
            TooComplicatedError,
        );
    });
});
