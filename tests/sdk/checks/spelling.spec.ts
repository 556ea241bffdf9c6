import assert from "node:assert/strict";

import { inOwnSpelling, spellFor } from "../../../sdk/checks/spelling";

const NAMES = new Set([
    "ingress",
    "ipv6CidrBlocks",
    "tags",
    "privateDnsEnabled",
    "vpcId",
    "verify",
]);

describe("the spelling of problems", () => {
    afterEach(() => {
        spellFor(undefined, NAMES);
    });

    /** A path and a reason as a program of a runtime sees them. */
    function seenBy(runtime: string | undefined, path: string, reason = ""): string {
        spellFor(runtime, NAMES);
        const problem = inOwnSpelling({ path, reason });
        return `${problem.path}: ${problem.reason}`;
    }

    it("is that of TypeScript, and of every language that spells names alike", () => {
        for (const runtime of [undefined, "nodejs", "yaml", "java", "constructor"]) {
            assert.equal(
                seenBy(runtime, "ingress.ipv6CidrBlocks[0]", "needs vpcId"),
                "ingress.ipv6CidrBlocks[0]: needs vpcId",
            );
        }
    });

    it("is Python's in paths and in sentences", () => {
        assert.equal(
            seenBy(
                "python",
                "ingress.ipv6CidrBlocks[0]",
                "set privateDnsEnabled: false, or verify",
            ),
            "ingress.ipv6_cidr_blocks[0]: set private_dns_enabled: false, or verify",
        );
    });

    it("is Go's and .NET's, where a word of a sentence stays one", () => {
        for (const runtime of ["go", "dotnet"]) {
            assert.equal(
                seenBy(runtime, "ingress.ipv6CidrBlocks[0]", "verify that vpcId is ingress.vpcId"),
                "Ingress.Ipv6CidrBlocks[0]: verify that VpcId is ingress.VpcId",
            );
        }
    });

    it("leaves names that are not ours, and what a map or a connection calls its own", () => {
        assert.equal(
            seenBy("python", "tags.vpcId", "see enableDnsSupport and connection.vpcId"),
            "tags.vpcId: see enableDnsSupport and connection.vpcId",
        );
        assert.equal(seenBy("go", "tags.vpcId"), "Tags.vpcId: ");
    });
});
