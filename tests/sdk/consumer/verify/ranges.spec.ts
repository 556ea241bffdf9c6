import assert from "node:assert/strict";

import type { Joining } from "../../../../sdk/consumer/verify/joining";
import { checkRanges } from "../../../../sdk/consumer/verify/ranges";
import type { IpAddressType } from "../../../../sdk/index";
import { joining, SPOKE } from "../../../support/joining";
import { sorted } from "../../../support/problems";

const judge = sorted(checkRanges);

const NONE = { problems: [], warnings: [] };

interface Case {
    cidrBlocks?: string[];
    ipv6CidrBlocks?: string[];
    admitted?: Partial<Joining["connection"]["admitted"]>;
    ipAddressType?: IpAddressType;
}

function findingsFor({ cidrBlocks = [], ipv6CidrBlocks = [], admitted, ipAddressType }: Case) {
    const attributes = { enableDnsHostnames: true, enableDnsSupport: true };
    const found = { vpcId: SPOKE.vpcId, cidrBlocks, ipv6CidrBlocks, ...attributes };
    const nobody = { cidrBlocks: [], ipv6CidrBlocks: [], prefixListIds: [], securityGroupIds: [] };
    return judge(
        joining(
            { vpc: { kind: "found", found } },
            { admitted: { ...nobody, ...admitted }, ipAddressType: ipAddressType ?? "ipv4" },
        ),
    );
}

describe("checkRanges", () => {
    it("finds none where the hub admits every range, if only several together hold one", () => {
        const cidrBlocks = ["10.30.0.0/16", "100.64.0.0/16"];
        for (const admitted of [
            { cidrBlocks: ["10.0.0.0/8", "100.64.0.0/10"] },
            { cidrBlocks: ["10.30.128.0/17", "10.30.0.0/17", "100.64.0.0/16"] },
        ]) {
            assert.deepEqual(findingsFor({ cidrBlocks, admitted }), NONE);
        }
    });

    it("names the range, what is admitted, and the hub's argument with its whole value", () => {
        const admitted = { cidrBlocks: ["10.20.0.0/16"] };
        assert.deepEqual(findingsFor({ cidrBlocks: ["10.30.0.0/16"], admitted }).problems, [
            {
                path: "connection.admitted.cidrBlocks",
                reason:
                    "10.30.0.0/16 of VPC vpc-05 is not admitted by the endpoints' security group, which admits " +
                    "10.20.0.0/16; in ingress of the EksEndpointSet in stack acme/network/hub write " +
                    'cidrBlocks: ["10.20.0.0/16", "10.30.0.0/16"], and run pulumi up there first',
            },
        ]);
    });

    it("refuses a range that is admitted in part", () => {
        const admitted = { cidrBlocks: ["10.30.0.0/17"] };
        assert.equal(findingsFor({ cidrBlocks: ["10.30.0.0/16"], admitted }).problems.length, 1);
    });

    it("looks at both families of dual-stack endpoints", () => {
        const found = findingsFor({
            cidrBlocks: ["10.30.0.0/16"],
            ipv6CidrBlocks: ["2600:1f14:1::/56"],
            admitted: { cidrBlocks: ["10.0.0.0/8"] },
            ipAddressType: "dualstack",
        });
        assert.deepEqual(found.problems, [
            {
                path: "connection.admitted.ipv6CidrBlocks",
                reason:
                    "2600:1f14:1::/56 of VPC vpc-05 is not admitted by the endpoints' security group, which admits no " +
                    "IPv6; in ingress of the EksEndpointSet in stack acme/network/hub write " +
                    'ipv6CidrBlocks: ["2600:1f14:1::/56"], and run pulumi up there first',
            },
        ]);
    });

    it("leaves aside a family that the endpoints do not have", () => {
        const found = findingsFor({
            cidrBlocks: ["10.30.0.0/16"],
            ipv6CidrBlocks: ["2600:1f14:1::/56"],
            admitted: { cidrBlocks: ["10.0.0.0/8"] },
        });
        assert.deepEqual(found, NONE);
    });

    it("is content with one family of dual-stack endpoints", () => {
        const cidrBlocks = ["10.30.0.0/16"];
        const found = findingsFor({
            cidrBlocks,
            admitted: { cidrBlocks },
            ipAddressType: "dualstack",
        });
        assert.deepEqual(found, NONE);
    });

    it("refuses a VPC that has no family of the endpoints", () => {
        const found = findingsFor({ cidrBlocks: ["10.30.0.0/16"], ipAddressType: "ipv6" });
        assert.deepEqual(found.problems, [
            {
                path: "connection.ipAddressType",
                reason:
                    "the endpoints of stack acme/network/hub have IPv6 addresses only, and VPC vpc-05 has no IPv6 " +
                    "range; associate one with the VPC, or change ipAddressType of the EksEndpointSet in stack acme/network/hub",
            },
        ]);
    });

    const unclear: [string, NonNullable<Case["admitted"]>, string][] = [
        [
            "prefix lists",
            { cidrBlocks: ["10.20.0.0/16"], prefixListIds: ["pl-1"] },
            "the endpoints' security group admits prefix lists (pl-1)",
        ],
        [
            "groups only",
            { securityGroupIds: ["sg-1"] },
            "the endpoints' security group admits members of groups only (sg-1)",
        ],
        ["groups of the hub's own", {}, "the endpoints have security groups of the hub's own"],
    ];
    for (const [title, admitted, why] of unclear) {
        it(`only warns where the hub has ${title}`, () => {
            assert.deepEqual(findingsFor({ cidrBlocks: ["10.30.0.0/16"], admitted }), {
                problems: [],
                warnings: [
                    `connection.admitted: could not be verified: ${why}; make sure that it admits 10.30.0.0/16 of VPC ` +
                        "vpc-05 on TCP port 443",
                ],
            });
        });
    }

    it("is sure beside ranges that a group admits no other network", () => {
        const admitted = { cidrBlocks: ["10.20.0.0/16"], securityGroupIds: ["sg-1"] };
        assert.equal(findingsFor({ cidrBlocks: ["10.30.0.0/16"], admitted }).problems.length, 1);
    });

    it("has nothing to say of a VPC that AWS does not show", () => {
        for (const vpc of [undefined, { kind: "unclear", reason: "denied" } as const]) {
            assert.deepEqual(judge(joining({ vpc })), NONE);
        }
    });
});
