import assert from "node:assert/strict";

import { checkGeneratedNames } from "../../../sdk/domain/generatedNames";

describe("checkGeneratedNames", () => {
    it("names the child with the least room, and how long the name may be", () => {
        assert.deepEqual(
            checkGeneratedNames("a".repeat(50), [
                { kind: "securityGroup", childName: (name) => `${name}-clients` },
                { kind: "role", childName: (name) => `${name}-flow-log-role` },
            ]),
            [
                {
                    path: "name",
                    reason:
                        `"${"a".repeat(50)}" has 50 characters; an IAM role is named after it, which adds 22, ` +
                        "and AWS takes 64 in all; shorten it to 42",
                },
            ],
        );
    });

    it("says of every child which letters its name has", () => {
        assert.deepEqual(
            checkGeneratedNames("my eks", [
                { kind: "securityGroup", childName: (name) => `${name}-clients` },
                { kind: "role", childName: (name) => `${name}-role` },
                { kind: "logGroup", childName: (name) => `${name}-group` },
            ]),
            [
                {
                    path: "name",
                    reason:
                        '"my eks" becomes part of names that AWS refuses: the name of an IAM role has only letters, digits ' +
                        "and _ + = , . @ -; the name of a log group has only letters, digits and . - _ / #",
                },
            ],
        );
    });
});
