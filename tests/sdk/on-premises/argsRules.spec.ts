import assert from "node:assert/strict";

import { InputPropertiesError, output, RunError } from "@pulumi/pulumi";

import type { EksInboundDnsArgs } from "../../../sdk/index";
import { inboundDnsArgs } from "../../../sdk/on-premises/argsRules";
import { connection } from "../../support/connection";

const GOOD: EksInboundDnsArgs = {
    vpcId: "vpc-0a",
    subnetIds: ["subnet-a", "subnet-b"],
    connection: connection(),
    ingress: { cidrBlocks: ["192.168.0.0/16"] },
};

/** Problems of arguments, as they are printed; none where the arguments are right. */
function problemsOf(changes: object): string[] {
    try {
        inboundDnsArgs.resolve("dns", { ...GOOD, ...changes });
        return [];
    } catch (error) {
        if (!InputPropertiesError.isInstance(error)) {
            throw error;
        }
        return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
    }
}

describe("resolveArgs of EksInboundDns", () => {
    it("needs a VPC, subnets, a connection and who may ask, and defaults to IPv4", () => {
        const { ipAddressType, verify, tags } = inboundDnsArgs.resolve("dns", GOOD);
        assert.deepEqual(
            { ipAddressType, verify, tags },
            { ipAddressType: "ipv4", verify: true, tags: {} },
        );
    });

    it("lists everything that is missing at once, as an error that prints without a stack", () => {
        assert.throws(
            () => inboundDnsArgs.resolve("dns", {} as EksInboundDnsArgs),
            (error: unknown) => {
                assert.ok(InputPropertiesError.isInstance(error));
                assert.ok(RunError.isInstance(error));
                assert.match(error.message, /^EksInboundDns "dns" has 4 problems in its arguments/);
                return true;
            },
        );
    });

    it("takes what other languages send as null for not given", () => {
        const ingress = { cidrBlocks: ["192.168.0.0/16"], ipv6CidrBlocks: null };
        assert.deepEqual(problemsOf({ ingress, region: null, verify: null, tags: null }), []);
    });

    it("accepts Outputs wherever values may come later", () => {
        const later = output("later");
        const ingress = { cidrBlocks: output([later]) };
        const args = { vpcId: later, subnetIds: [later, later], connection: output({}), ingress };
        assert.deepEqual(problemsOf(args), []);
        assert.deepEqual(problemsOf({ subnetIds: output(["subnet-a", "subnet-b"]) }), []);
    });

    const wrong: [string, object, string[]][] = [
        [
            "no subnet",
            { subnetIds: [] },
            [
                "subnetIds: is empty, and a Resolver endpoint needs two addresses or more; give two subnets in different zones",
            ],
        ],
        [
            "one subnet",
            { subnetIds: [output("subnet-a")] },
            [
                "subnetIds: has one subnet, and a Resolver endpoint needs two addresses or more; give two subnets in different zones",
            ],
        ],
        [
            "a subnet twice",
            { subnetIds: ["subnet-a", output("later"), "subnet-a"] },
            [
                "subnetIds[2]: subnet-a is there twice; the addresses have to be in different zones, so name it once",
            ],
        ],
        [
            "nobody who may ask",
            { ingress: { cidrBlocks: [], ipv6CidrBlocks: [] } },
            ["ingress: admits nobody; give the ranges of the DNS servers that may ask"],
        ],
        [
            "more ranges than a group takes",
            { ingress: { cidrBlocks: Array.from({ length: 31 }, (_, i) => `10.${i}.0.0/16`) } },
            [
                "ingress.cidrBlocks: comes to 62 IPv4 rules, and AWS takes 60 a group; a range takes two, for TCP and UDP; write " +
                    "fewer, wider ranges",
            ],
        ],
        [
            "the whole internet",
            { ingress: { cidrBlocks: ["0.0.0.0/0"] } },
            [
                "ingress.cidrBlocks[0]: 0.0.0.0/0 admits the whole IPv4 internet; admit the ranges of your own networks instead",
            ],
        ],
        [
            "the whole internet in two halves beside a range that is known later",
            { ingress: { cidrBlocks: ["0.0.0.0/1", output("10.0.0.0/8"), "128.0.0.0/1"] } },
            [
                "ingress.cidrBlocks: these ranges together admit the whole IPv4 internet; admit the ranges of your own networks instead",
            ],
        ],
        [
            "the whole IPv6 internet in another spelling",
            {
                ipAddressType: "dualstack",
                ingress: { cidrBlocks: ["10.0.0.0/8"], ipv6CidrBlocks: ["0:0::0/0"] },
            },
            [
                "ingress.ipv6CidrBlocks[0]: 0:0::0/0 admits the whole IPv6 internet; admit the ranges of your own networks instead",
            ],
        ],
        [
            "IPv6 ranges before IPv4 addresses",
            { ingress: { cidrBlocks: ["10.0.0.0/8"], ipv6CidrBlocks: ["2001:db8::/56"] } },
            [
                'ingress.ipv6CidrBlocks: admits DNS servers that the Resolver endpoint has no address for, because ipAddressType is "ipv4"; remove it or change ipAddressType',
            ],
        ],
        [
            "IPv6 ranges that come later before IPv4 addresses",
            { ingress: { cidrBlocks: ["10.0.0.0/8"], ipv6CidrBlocks: output(["2001:db8::/56"]) } },
            [
                'ingress.ipv6CidrBlocks: admits DNS servers that the Resolver endpoint has no address for, because ipAddressType is "ipv4"; remove it or change ipAddressType',
            ],
        ],
        [
            "nobody in a family of the addresses",
            { ipAddressType: "dualstack" },
            [
                "ingress: admits nobody over IPv6, although DNS servers are told to ask the IPv6 addresses of the Resolver endpoint too; give ipv6CidrBlocks, or change ipAddressType",
            ],
        ],
        [
            "a region that is none",
            { region: "frankfurt" },
            [
                'region: "frankfurt" has the form of no AWS region; write it as AWS does, for example eu-central-1',
            ],
        ],
        [
            "an unknown argument",
            { subnets: [] },
            [
                "subnets: is not known here; known: vpcId, subnetIds, connection, ingress, ipAddressType, region, verify, tags; did you mean subnetIds?",
            ],
        ],
    ];
    for (const [what, changes, expected] of wrong) {
        it(`refuses ${what}`, () => {
            assert.deepEqual(problemsOf(changes), expected);
        });
    }
});
