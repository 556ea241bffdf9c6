import assert from "node:assert/strict";

import { type Answer, askAgain, uncertainOnce } from "../../../sdk/lookups/lookup";

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

describe("uncertainOnce", () => {
    const refused: Answer<string> = { kind: "unclear", reason: "AccessDenied, request 1" };
    const again: Answer<string> = { kind: "unclear", reason: "AccessDenied, request 2" };
    const busy: Answer<string> = { kind: "unclear", reason: "ThrottlingException" };

    it("says one of several refusals of one kind, with what to do", () => {
        const said = uncertainOnce("vpcId", [undefined, refused, again], "allow it");
        assert.deepEqual(said, [
            {
                path: "vpcId",
                reason: "could not be verified: AccessDenied, request 1; allow it",
                isWarning: true,
            },
        ]);
        assert.match(uncertainOnce("vpcId", [busy])[0]?.reason ?? "", /; run again, AWS was busy/);
    });

    it("says nothing of answers", () => {
        const answers: Answer<string>[] = [
            { kind: "found", found: "vpc-1" },
            { kind: "absent", reason: "no matching zone" },
            { kind: "mocked" },
        ];
        assert.deepEqual(uncertainOnce("vpcId", answers), []);
    });
});
