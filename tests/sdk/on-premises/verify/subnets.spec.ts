import assert from "node:assert/strict";
import { Answer } from "../../../../sdk/lookups/lookup";
import { SubnetInfo } from "../../../../sdk/lookups/subnets";
import { findEach, findZoneProblems } from "../../../../sdk/on-premises/verify/subnets";

/** A subnet that AWS has found. */
function found(subnetId: string, changes: Partial<SubnetInfo> = {}): Answer<SubnetInfo> {
    const subnet = {
        vpcId: "vpc-1",
        availabilityZone: "eu-west-1a",
        hasIpv4: true,
        hasIpv6: false,
    };
    return { kind: "found", found: { subnetId, ...subnet, ...changes } };
}

describe("findZoneProblems", () => {
    it("wants two zones, not one a subnet", () => {
        const other = { availabilityZone: "eu-west-1b" };
        assert.deepEqual(findZoneProblems([found("a"), found("b"), found("c", other)]), []);
        assert.deepEqual(findZoneProblems([found("a"), found("b")]), [
            {
                path: "subnetIds",
                reason: "all subnets are in zone eu-west-1a, whose failure would leave no address to ask; give a subnet in another zone",
            },
        ]);
    });

    it("does not judge subnets that AWS did not describe", () => {
        const unclear: Answer<SubnetInfo> = { kind: "unclear", reason: "AccessDenied" };
        assert.deepEqual(findZoneProblems([found("a"), unclear]), []);
        assert.deepEqual(findZoneProblems([unclear, unclear]), []);
    });
});

describe("findEach", () => {
    it("names the family that a subnet lacks", () => {
        const { problems } = findEach([found("subnet-a")], "vpc-1", "dualstack");
        assert.deepEqual(problems, [
            {
                path: "subnetIds[0]",
                reason:
                    'subnet subnet-a has no IPv6 addresses, but ipAddressType "dualstack" needs them; choose another ' +
                    "subnet, give this one the missing range, or change ipAddressType",
            },
        ]);
    });

    it("takes dual-stack subnets for IPv6 addresses too", () => {
        const subnet = found("subnet-a", { hasIpv6: true });
        assert.deepEqual(findEach([subnet], "vpc-1", "ipv6").problems, []);
    });

    it("refuses a subnet of another VPC", () => {
        const { problems } = findEach([found("subnet-a", { vpcId: "vpc-2" })], "vpc-1", "ipv4");
        assert.deepEqual(problems, [
            {
                path: "subnetIds[0]",
                reason: "subnet subnet-a is in VPC vpc-2, not in vpc-1; give subnets of that VPC",
            },
        ]);
    });
});
