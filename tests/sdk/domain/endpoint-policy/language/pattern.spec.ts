import assert from "node:assert/strict";

import {
    matches,
    type PatternKind,
    toPattern,
} from "../../../../../sdk/domain/endpoint-policy/language/pattern";

describe("matches", () => {
    const cases: { kind: PatternKind; text: string; fits: string[]; misses: string[] }[] = [
        { kind: "text", text: "a*", fits: ["a*"], misses: ["a", "ab"] },
        { kind: "wildcards", text: "*", fits: ["", "a", "a:b"], misses: [] },
        { kind: "wildcards", text: "a*b", fits: ["ab", "a:b", "abab"], misses: ["a", "abc"] },
        { kind: "wildcards", text: "a?", fits: ["ab"], misses: ["a", "abc"] },
        {
            kind: "wildcards",
            text: "arn:aws:iam::*:role/x",
            fits: ["arn:aws:iam::1:role/x", "arn:aws:iam::1:2:role/x"],
            misses: ["arn:aws:iam::1:role/y"],
        },
        {
            kind: "arn",
            text: "arn:aws:iam::*:role/*",
            fits: ["arn:aws:iam::1:role/x", "arn:aws:iam:::role/x:y"],
            misses: ["arn:aws:iam::1:2:role/x"],
        },
        {
            kind: "arn",
            text: "arn:aws:iam::?:root",
            fits: ["arn:aws:iam::1:root"],
            misses: ["arn:aws:iam::::root"],
        },
        { kind: "arn", text: "*", fits: ["arn:aws:iam::1:root"], misses: [] },
    ];
    for (const { kind, text, fits, misses } of cases) {
        it(`takes ${text} as ${kind}`, () => {
            const pattern = toPattern(text, kind);
            assert.deepEqual(
                [...fits, ...misses].filter((value) => matches(pattern, value)),
                fits,
            );
        });
    }
});
