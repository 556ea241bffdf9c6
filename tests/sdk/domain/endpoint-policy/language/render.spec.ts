import assert from "node:assert/strict";

import fc from "fast-check";

import { type PolicyDocument, renderPolicy } from "../../../../../sdk/domain/endpoint-policy";

describe("renderPolicy", () => {
    it("writes compact JSON in a fixed order, single values without a list", () => {
        const policy: PolicyDocument = {
            Statement: [
                {
                    Condition: {
                        StringLike: { b: ["2", "1"], a: ["1", "1"] },
                        Bool: { c: ["true"] },
                    },
                    Resource: ["*"],
                    Action: ["eks:List*", "eks:Describe*"],
                    Principal: { Service: ["x"], AWS: ["2", "1"] },
                    Effect: "Allow",
                    Sid: "One",
                },
            ],
            Id: "two",
            Version: "2012-10-17",
        };
        assert.equal(
            renderPolicy(policy),
            `{"Version":"2012-10-17","Id":"two","Statement":[{"Sid":"One","Effect":"Allow",` +
                `"Principal":{"AWS":["1","2"],"Service":"x"},"Action":["eks:Describe*","eks:List*"],"Resource":"*",` +
                `"Condition":{"Bool":{"c":"true"},"StringLike":{"a":"1","b":["1","2"]}}}]}`,
        );
    });

    it("gives the same text however lists and keys are ordered", () => {
        const lists = fc.array(fc.string(), { minLength: 1, maxLength: 4 });
        const groups = fc.dictionary(fc.string(), lists, { maxKeys: 3 });
        const statements = fc.record({
            Effect: fc.constant("Allow" as const),
            Principal: groups,
            Action: lists,
            Condition: fc.dictionary(fc.string(), groups, { maxKeys: 3 }),
        });
        fc.assert(
            fc.property(statements, (statement) => {
                const render = (each: typeof statement) =>
                    renderPolicy({ Version: "2012-10-17", Statement: [each] });
                assert.equal(render(reverse(statement) as typeof statement), render(statement));
            }),
        );
    });
});

/** The same value with every list and every object's keys in reverse. */
function reverse(value: unknown): unknown {
    if (Array.isArray(value)) {
        return [...(value as unknown[])].reverse();
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    const entries = Object.entries(value).map(([key, each]): [string, unknown] => [
        key,
        reverse(each),
    ]);
    return Object.fromEntries(entries.reverse());
}
