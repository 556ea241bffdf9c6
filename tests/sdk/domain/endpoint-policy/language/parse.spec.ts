import assert from "node:assert/strict";

import fc from "fast-check";

import { parsePolicy } from "../../../../../sdk/domain/endpoint-policy";

describe("parsePolicy", () => {
    it("gives lists for what may be written as a value or a list", () => {
        const text = JSON.stringify({
            Version: "2012-10-17",
            Id: "one",
            Statement: {
                Sid: "a",
                Effect: "Allow",
                Principal: { AWS: "111122223333" },
                NotAction: "eks:Delete*",
                Resource: ["*"],
                Condition: {
                    Bool: { "aws:SecureTransport": true },
                    NumericEquals: { "a:b": [1, "2"] },
                },
            },
        });
        assert.deepEqual(parsePolicy(text), {
            problems: [],
            document: {
                Version: "2012-10-17",
                Id: "one",
                Statement: [
                    {
                        Sid: "a",
                        Effect: "Allow",
                        Principal: { AWS: ["111122223333"] },
                        NotAction: ["eks:Delete*"],
                        Resource: ["*"],
                        Condition: {
                            Bool: { "aws:SecureTransport": ["true"] },
                            NumericEquals: { "a:b": ["1", "2"] },
                        },
                    },
                ],
            },
        });
    });

    it("reads a document without Version as AWS does", () => {
        const text = `{"Statement":[{"Effect":"Deny","Principal":"*"}]}`;
        assert.equal(parsePolicy(text).document?.Version, "2008-10-17");
    });

    const cases: { title: string; value: unknown; problems: string[] }[] = [
        { title: "a list", value: [], problems: [": is a list; write an object"] },
        { title: "a string", value: "x", problems: [`: is "x"; write an object`] },
        {
            title: "an empty object",
            value: {},
            problems: [": has no Statement; add a list with at least one statement"],
        },
        {
            title: "an empty list of statements",
            value: { Statement: [] },
            problems: ["Statement: is an empty list; add at least one statement"],
        },
        {
            title: "a statement that is none",
            value: { Statement: [{ Effect: "Deny" }, 5] },
            problems: ["Statement[1]: is 5; write an object"],
        },
        {
            title: "unknown elements",
            value: { Statment: 1, Statement: [{ Effect: "Deny", Conditions: {}, x: 1 }] },
            problems: [
                "Statment: is no element of the policy language; did you mean Statement?",
                "Statement[0].Conditions: is no element of the policy language; did you mean Condition?",
                "Statement[0].x: is no element of the policy language",
            ],
        },
        {
            title: "a statement without Effect",
            value: { Statement: [{ Principal: "*" }] },
            problems: [`Statement[0]: has no Effect; write "Allow" or "Deny"`],
        },
        {
            title: "another Effect",
            value: { Statement: [{ Effect: "allow" }] },
            problems: [`Statement[0].Effect: is "allow"; allowed: "Allow", "Deny"`],
        },
        {
            title: "a principal that is a plain string",
            value: { Statement: [{ Effect: "Allow", Principal: "111122223333" }] },
            problems: [
                `Statement[0].Principal: is "111122223333"; write "*" or an object such as {"AWS": "*"}`,
            ],
        },
        {
            title: "elements of a wrong type",
            value: {
                Version: null,
                Id: {},
                Statement: [
                    {
                        Effect: "Allow",
                        Sid: [],
                        Action: [null, {}],
                        Resource: [],
                        Principal: { AWS: {} },
                    },
                ],
            },
            problems: [
                "Version: is null; write a string",
                "Id: is an object; write a string",
                "Statement[0].Sid: is a list; write a string",
                "Statement[0].Action[0]: is null; write a string",
                "Statement[0].Action[1]: is an object; write a string",
                "Statement[0].Resource: is an empty list; name at least one value, or leave the element out",
                "Statement[0].Principal.AWS: is an object; write a string",
            ],
        },
        {
            title: "conditions of a wrong shape",
            value: {
                Statement: [
                    { Effect: "Deny", Condition: [] },
                    { Effect: "Deny", Condition: { Bool: "x", StringEquals: { "a:b": { c: 1 } } } },
                ],
            },
            problems: [
                "Statement[0].Condition: is a list; write an object",
                `Statement[1].Condition.Bool: is "x"; write an object`,
                "Statement[1].Condition.StringEquals.a:b: is an object; write a string",
            ],
        },
    ];
    for (const { title, value, problems } of cases) {
        it(`finds ${title}`, () => {
            const parsed = parsePolicy(JSON.stringify(value));
            assert.deepEqual(
                parsed.problems.map(({ path, reason }) => `${path}: ${reason}`),
                problems,
            );
            assert.equal(parsed.document, undefined);
        });
    }

    it("says that a text is not JSON", () => {
        const [problem, ...others] = parsePolicy("{").problems;
        assert.deepEqual(others, []);
        assert.match(problem?.reason ?? "", /^is not JSON \(.+\); write one JSON object$/);
    });

    it("keeps a key that names the prototype as an ordinary key", () => {
        const text = `{"Statement":[{"Effect":"Deny","Condition":{"Bool":{"__proto__":"true"}}}]}`;
        const condition = parsePolicy(text).document?.Statement[0]?.Condition;
        assert.deepEqual(Object.entries(condition?.Bool ?? {}), [["__proto__", ["true"]]]);
    });

    it("survives nesting of any depth", () => {
        const deep = "[".repeat(200_000) + "]".repeat(200_000);
        assert.equal(parsePolicy(`{"Statement":[{"Effect":${deep}}]}`).problems.length, 1);
    });

    it("gives either a document or problems for any text and any JSON", () => {
        const names = fc.constantFrom(
            "Statement",
            "Effect",
            "Principal",
            "Action",
            "Condition",
            "AWS",
        );
        const policyLike = fc.letrec<{ value: unknown }>((tie) => ({
            value: fc.oneof(
                { maxDepth: 5 },
                fc.constantFrom("Allow", "*", null, 1, true),
                fc.string({ unit: "binary" }),
                fc.array(tie("value"), { maxLength: 3 }),
                fc.dictionary(names, tie("value"), { maxKeys: 4 }),
            ),
        })).value;
        const texts = fc.oneof(
            fc.string({ unit: "binary" }),
            fc.json(),
            policyLike.map((value) => JSON.stringify(value)),
        );
        fc.assert(
            fc.property(texts, (text) => {
                const { document, problems } = parsePolicy(text);
                assert.equal(document === undefined, problems.length > 0);
            }),
            { numRuns: 2000 },
        );
    });
});
