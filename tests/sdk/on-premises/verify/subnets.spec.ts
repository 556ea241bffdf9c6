import assert from "node:assert/strict";

import type { IpAddressType } from "../../../../sdk/index";
import type { Answer } from "../../../../sdk/lookups/lookup";
import type { SubnetInfo } from "../../../../sdk/lookups/subnets";
import { checkZones, findMissingFamily } from "../../../../sdk/on-premises/verify/subnets";
import { checkSubnets } from "../../../../sdk/verify/subnets";

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

describe("checkZones", () => {
    it("wants two zones, not one a subnet", () => {
        const other = { availabilityZone: "eu-west-1b" };
        assert.deepEqual(checkZones([found("a"), found("b"), found("c", other)]), []);
        assert.deepEqual(checkZones([found("a"), found("b")]), [
            {
                path: "subnetIds",
                reason: "all subnets are in zone eu-west-1a, whose failure would leave no address to ask; give a subnet in another zone",
            },
        ]);
    });

    it("does not judge subnets that AWS did not describe", () => {
        const unclear: Answer<SubnetInfo> = { kind: "unclear", reason: "AccessDenied" };
        assert.deepEqual(checkZones([found("a"), unclear]), []);
        assert.deepEqual(checkZones([unclear, unclear]), []);
    });
});

describe("checkSubnets of a Resolver endpoint", () => {
    const judge = (answers: Answer<SubnetInfo>[], vpcId: string, type: IpAddressType) =>
        checkSubnets(answers, vpcId, (subnet) => findMissingFamily(subnet, type));

    it("names the family that a subnet lacks", () => {
        const problems = judge([found("subnet-a")], "vpc-1", "dualstack");
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
        assert.deepEqual(judge([subnet], "vpc-1", "ipv6"), []);
    });

    it("refuses a subnet of another VPC", () => {
        const problems = judge([found("subnet-a", { vpcId: "vpc-2" })], "vpc-1", "ipv4");
        assert.deepEqual(problems, [
            {
                path: "subnetIds[0]",
                reason: "subnet subnet-a is in VPC vpc-2, not in vpc-1; give subnets of that VPC",
            },
        ]);
    });
});
