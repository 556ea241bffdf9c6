import assert from "node:assert/strict";

import type { Answer } from "../../../sdk/lookups/lookup";
import type { VpcInfo } from "../../../sdk/lookups/vpc";
import { checkVpc, HOSTED_ZONES } from "../../../sdk/verify/vpc";
import { sorted } from "../../support/problems";

const judge = sorted(checkVpc);

function found(attributes: Partial<VpcInfo>): Answer<VpcInfo> {
    const on = { enableDnsHostnames: true, enableDnsSupport: true };
    const vpc = { vpcId: "vpc-05", cidrBlocks: [], ipv6CidrBlocks: [], ...on, ...attributes };
    return { kind: "found", found: vpc };
}

describe("checkVpc", () => {
    it("finds none in a VPC with both DNS attributes, or where nothing needs them", () => {
        const none = { problems: [], warnings: [] };
        assert.deepEqual(judge(found({}), HOSTED_ZONES), none);
        assert.deepEqual(judge(found({ enableDnsSupport: false }), undefined), none);
    });

    it("names the attributes that are off", () => {
        const vpc = found({ enableDnsHostnames: false, enableDnsSupport: false });
        assert.deepEqual(judge(vpc, HOSTED_ZONES).problems, [
            {
                path: "vpcId",
                reason:
                    "VPC vpc-05 has enableDnsSupport and enableDnsHostnames off, and names of private hosted zones resolve " +
                    "only with both enableDnsSupport and enableDnsHostnames; turn them on",
            },
        ]);
    });

    it("tells a VPC that is not there from one that may not be described", () => {
        const absent = { kind: "absent", reason: "no matching EC2 VPC found" } as const;
        assert.deepEqual(judge(absent, HOSTED_ZONES).problems, [
            {
                path: "vpcId",
                reason: "AWS finds no such VPC here (no matching EC2 VPC found); check the ID, the region and the account",
            },
        ]);
        const unclear = { kind: "unclear", reason: "UnauthorizedOperation" } as const;
        assert.deepEqual(judge(unclear, HOSTED_ZONES), {
            problems: [],
            warnings: [
                "vpcId: could not be verified: UnauthorizedOperation; allow the deployer to describe it, or set " +
                    "verify: false to go without",
            ],
        });
        const reason = "api error RequestLimitExceeded: Request limit exceeded.";
        assert.deepEqual(judge({ kind: "unclear", reason }, HOSTED_ZONES).warnings, [
            `vpcId: could not be verified: ${reason}; run again, AWS was busy or did not answer`,
        ]);
    });
});
