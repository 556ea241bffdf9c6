import assert from "node:assert/strict";

import { shareArgs } from "../../../sdk/share/argsRules";
import { connection } from "../../support/connection";
import { RIGHT, WRONG } from "./argsCases";

const GOOD = { connection: connection({ hostedZoneIds: {} }) };

function problemsOf(args: unknown): string[] {
    return shareArgs.check(args).map(({ path, reason }) => `${path}: ${reason}`);
}

describe("arguments of EksEndpointShare", () => {
    for (const [what, args] of Object.entries(RIGHT)) {
        it(`accepts ${what}`, () => {
            assert.deepEqual(problemsOf({ ...GOOD, ...args }), []);
        });
    }

    for (const [what, [args, problems]] of Object.entries(WRONG)) {
        it(`finds ${what}`, () => {
            assert.deepEqual(problemsOf({ ...GOOD, ...(args as object) }), problems);
        });
    }

    it("finds everything at once", () => {
        const problems = problemsOf({
            services: ["s3"],
            consumers: { "a/b": { vpcId: "x" } },
            method: "profile",
        });
        assert.deepEqual(
            problems.map((problem) => problem.split(":")[0]),
            ["connection", "services[0]", "consumers.a/b", "consumers.a/b.vpcId"],
        );
    });
});
