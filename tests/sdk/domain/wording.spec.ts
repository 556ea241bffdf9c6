import assert from "node:assert/strict";

import fc from "fast-check";

import {
    describeGiven,
    describeNearest,
    findNearest,
    verbAfter,
    writeList,
} from "../../../sdk/domain/wording";

const WORDS = ["organizationIds", "organizationPaths", "accountIds"];

describe("verbAfter", () => {
    it("agrees with one subject and with several", () => {
        const said = [["a"], ["a", "b"]].flatMap((names) =>
            ["lead", "are"].map((verb) => verbAfter(names, verb)),
        );
        assert.deepEqual(said, ["leads", "is", "lead", "are"]);
    });
});

describe("findNearest", () => {
    const cases: [misspelt: string, nearest: string | undefined][] = [
        ["organisationIds", "organizationIds"],
        ["accountids", "accountIds"],
        ["acountIds", "accountIds"],
        ["colour", undefined],
        ["x".repeat(200), undefined],
    ];
    for (const [misspelt, nearest] of cases) {
        it(`finds ${nearest ?? "nothing"} for ${misspelt.slice(0, 20)}`, () => {
            assert.equal(findNearest(misspelt, WORDS), nearest);
        });
    }

    it("finds every known word for itself", () => {
        assert.deepEqual(
            WORDS.map((word) => findNearest(word, WORDS)),
            WORDS,
        );
    });
});

describe("describeNearest", () => {
    it("asks for the nearest word, or says nothing", () => {
        assert.equal(describeNearest("acountIds", WORDS), "; did you mean accountIds?");
        assert.equal(describeNearest("colour", WORDS), "");
    });
});

describe("describeGiven", () => {
    const cases: [value: unknown, text: string][] = [
        ["eks", '"eks"'],
        [7, "7"],
        [7n, "7"],
        [null, "null"],
        [undefined, "undefined"],
        [[1], "a list"],
        [{ a: 1 }, "an object"],
        [Symbol("s"), "Symbol(s)"],
        [() => 1, "a function"],
    ];
    for (const [value, text] of cases) {
        it(`calls ${typeof value} ${text}`, () => {
            assert.equal(describeGiven(value), text);
        });
    }

    it("stays short whatever is given", () => {
        fc.assert(
            fc.property(fc.anything({ withBigInt: true }), (value) => {
                assert.ok(describeGiven(value).length < 1000);
            }),
        );
    });
});

describe("writeList", () => {
    it("writes a list as it stands in a program", () => {
        assert.equal(writeList([]), "[]");
        assert.equal(writeList(["eks", 'a"b']), '["eks", "a\\"b"]');
    });
});
