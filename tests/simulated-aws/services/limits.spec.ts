import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../simulated-aws/model/values";
import { Engine } from "../support/engine";

const ROLE = { assumeRolePolicy: "{}" };

/** Values that AWS's own models of its calls refuse; `npm run first-hour -- botocore` compares them all. */
const REFUSED: [type: string, inputs: Properties, message: RegExp][] = [
    ["iam.Role", { ...ROLE, path: "team" }, /^path: invalid value for path/],
    ["iam.Role", { ...ROLE, description: "\u2014" }, /^description: invalid value for description/],
    [
        "iam.Role",
        { ...ROLE, maxSessionDuration: 60 },
        /^maxSessionDuration: expected maxSessionDuration to be in the range \(3600 - 43200\), got 60$/,
    ],
    ["kms.Key", { keyUsage: "SIGN" }, /^keyUsage: expected keyUsage to be one of/],
    ["kms.Key", { customerMasterKeySpec: "AES" }, /^customerMasterKeySpec: expected/],
    [
        "route53.ResolverRule",
        { domainName: "a".repeat(257), ruleType: "SYSTEM" },
        /^domainName: expected length of domainName to be in the range \(1 - 256\)/,
    ],
];

describe("a value outside its limits", () => {
    for (const [type, inputs, message] of REFUSED) {
        it(`of ${type} is refused: ${message.source.slice(1, 40)}`, () => {
            assert.throws(() => new Engine().check(type, inputs), { message });
        });
    }

    it("is told from those inside them", () => {
        const inputs = { ...ROLE, path: "/team/", description: "été", maxSessionDuration: 3600 };
        assert.equal(new Engine().check("iam.Role", inputs).path, "/team/");
    });
});
