import assert from "node:assert/strict";

import { output, secret } from "@pulumi/pulumi";

import { passing, unchecked } from "../../../sdk/checks/checked";
import { arrived } from "../../../sdk/checks/missingAnswers";
import { withoutSecrets } from "../../../sdk/checks/secrets";
import { listOf, text } from "../../../sdk/checks/shape";
import { checkedConnection } from "../../../sdk/connection/readConnection";
import { problem } from "../../../sdk/domain/problem";
import { connection } from "../../support/connection";
import { valueOf } from "../../support/runProgram";

const RANGE = "10.231.77.0/24";
const OUTCOME =
    /^ingress\[1\]: something is wrong with it that is not printed, because it would show a secret/;

describe("a refusal of a secret", () => {
    const ranges = (given: Parameters<typeof arrived>[0]) =>
        arrived<string[]>(given, {
            path: "ingress",
            shape: listOf(text),
            mocked: [],
            check: ([, second = ""]) => problem("ingress[1]", `"${second}" is too wide`),
        });

    const secrets = {
        "a list": secret(["10.0.0.0/16", RANGE]),
        "one item of a list": ["10.0.0.0/16", secret(RANGE)],
        "a value made of one": output(secret(RANGE)).apply((range) => ["10.0.0.0/16", range]),
    };
    for (const [what, given] of Object.entries(secrets)) {
        it(`names the path and not the value for ${what}`, async () => {
            const outcome = await valueOf(ranges(given));
            assert.ok(outcome?.passed === false);
            assert.match(outcome.text, OUTCOME);
            assert.doesNotMatch(outcome.text, /10\.231/);
        });
    }

    it("is said in full of what is no secret", async () => {
        assert.deepEqual(await valueOf(ranges(output(["10.0.0.0/16", RANGE]))), {
            passed: false,
            text: `ingress[1]: "${RANGE}" is too wide`,
        });
    });

    it("holds for what is judged together with it", async () => {
        const outcome = await valueOf(
            passing(unchecked(secret("111122223333")), (account) =>
                problem("accountIds[0]", `${account} is another one`),
            ),
        );
        assert.ok(outcome?.passed === false);
        assert.doesNotMatch(outcome.text, /1111/);
        assert.match(outcome.text, /^accountIds\[0\]: /);
    });

    it("holds for a connection", async () => {
        const given = secret({ ...connection(), accountId: 11112222 });
        const outcome = await valueOf(checkedConnection(given));
        assert.ok(outcome?.passed === false);
        assert.match(outcome.text, /^connection\.accountId: something/);
        assert.doesNotMatch(outcome.text, /1111/);
    });

    it("says once a path what it may not explain", async () => {
        const problems = [...problem("a", "x"), ...problem("a", "y"), ...problem("b", "z")];
        const told = await withoutSecrets(problems, [secret("x"), "plain"]);
        assert.deepEqual(
            told.map(({ path }) => path),
            ["a", "b"],
        );
        assert.deepEqual(await withoutSecrets(problems, ["plain"]), problems);
    });
});
