import assert from "node:assert/strict";

import { nearestWord } from "../../policy-pack/nearestWord";

const WORDS = ["organizationIds", "organizationPaths", "accountIds"];

describe("nearestWord", () => {
    const cases: [misspelt: string, nearest: string | undefined][] = [
        ["organisationIds", "organizationIds"],
        ["accountids", "accountIds"],
        ["accounts", "accountIds"],
        ["colour", undefined],
    ];
    for (const [misspelt, nearest] of cases) {
        it(`finds ${nearest ?? "nothing"} for ${misspelt}`, () => {
            assert.equal(nearestWord(misspelt, WORDS), nearest);
        });
    }
});
