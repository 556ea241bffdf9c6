import assert from "node:assert/strict";
import { inspect } from "node:util";

import fc from "fast-check";

import { formatAddress, parseCidr } from "../../../sdk/domain/cidr";
import {
    checkAdmitsNoWorld,
    checkAdmittedFamilies,
    checkAdmittedPorts,
    type IngressRule,
} from "../../../sdk/domain/ingress";

const NARROW_IT = "admit the ranges of your own networks instead";

function rule(changes: Partial<IngressRule> = {}): IngressRule {
    return {
        path: "ingress[0]",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrBlocks: ["10.0.0.0/16"],
        ipv6CidrBlocks: [],
        prefixListIds: [],
        securityGroupIds: [],
        self: false,
        ...changes,
    };
}

describe("checkAdmittedPorts", () => {
    const clean = ["tcp", "TCP", "6"];
    for (const ipProtocol of clean) {
        it(`accepts port 443 of protocol "${ipProtocol}"`, () => {
            assert.deepEqual(checkAdmittedPorts([rule({ ipProtocol })]), []);
        });
    }

    const cases: { changes: Partial<IngressRule>; admits: string }[] = [
        { changes: { ipProtocol: "-1" }, admits: `every protocol and port (ipProtocol "-1")` },
        {
            changes: { ipProtocol: "all", fromPort: undefined, toPort: undefined },
            admits: `every protocol and port (ipProtocol "all")`,
        },
        { changes: { ipProtocol: "udp" }, admits: `protocol "udp"` },
        { changes: { ipProtocol: "17" }, admits: `protocol "17"` },
        { changes: { fromPort: 0, toPort: 65535 }, admits: "TCP ports 0 to 65535" },
        { changes: { fromPort: 443, toPort: 444 }, admits: "TCP ports 443 to 444" },
        { changes: { fromPort: 80, toPort: 80 }, admits: "TCP port 80" },
        { changes: { fromPort: undefined }, admits: "TCP without saying on which ports" },
        { changes: { toPort: undefined }, admits: "TCP without saying on which ports" },
    ];
    for (const { changes, admits } of cases) {
        it(`finds a rule with ${inspect(changes)}`, () => {
            assert.deepEqual(
                checkAdmittedPorts([rule(), rule({ ...changes, path: "ingress[1]" })]),
                [
                    {
                        path: "ingress[1]",
                        reason: `admits ${admits}; an endpoint answers on TCP 443 only, so admit nothing else`,
                    },
                ],
            );
        });
    }
});

describe("checkAdmitsNoWorld", () => {
    it("accepts private and single public ranges of both families", () => {
        const rules = [
            rule({ cidrBlocks: ["10.0.0.0/8", "8.0.0.0/8"], ipv6CidrBlocks: ["fc00::/7"] }),
        ];
        assert.deepEqual(checkAdmitsNoWorld(rules), []);
    });

    const alone: { changes: Partial<IngressRule>; path: string; text: string; family: string }[] = [
        {
            changes: { cidrBlocks: ["0.0.0.0/0"] },
            path: "cidrBlocks[0]",
            text: "0.0.0.0/0",
            family: "IPv4",
        },
        {
            changes: { cidrBlocks: ["1.2.3.4/0"] },
            path: "cidrBlocks[0]",
            text: "1.2.3.4/0",
            family: "IPv4",
        },
        {
            changes: { ipv6CidrBlocks: ["fd00::/8", "0:0::/0"] },
            path: "ipv6CidrBlocks[1]",
            text: "0:0::/0",
            family: "IPv6",
        },
        {
            changes: { ipv6CidrBlocks: ["2000::/3"] },
            path: "ipv6CidrBlocks[0]",
            text: "2000::/3",
            family: "IPv6",
        },
        {
            changes: { ipv6CidrBlocks: ["::ffff:0.0.0.0/96"] },
            path: "ipv6CidrBlocks[0]",
            text: "::ffff:0.0.0.0/96",
            family: "IPv4",
        },
    ];
    for (const { changes, path, text, family } of alone) {
        it(`finds ${text}`, () => {
            assert.deepEqual(checkAdmitsNoWorld([rule(changes)]), [
                {
                    path: `ingress[0].${path}`,
                    reason: `${text} admits the whole ${family} internet; ${NARROW_IT}`,
                },
            ]);
        });
    }

    it("finds halves of the internet in two rules", () => {
        const rules = [
            rule({ cidrBlocks: ["0.0.0.0/1"] }),
            rule({ path: "ingress[1]", cidrBlocks: ["128.0.0.0/1"] }),
        ];
        assert.deepEqual(checkAdmitsNoWorld(rules), [
            {
                path: "ingress[0].cidrBlocks[0]",
                reason: `together with the other ranges (0.0.0.0/1, 128.0.0.0/1) admits the whole IPv4 internet; ${NARROW_IT}`,
            },
        ]);
    });

    it("finds an IPv4 half and an IPv6 spelling of the other half", () => {
        const rules = [
            rule({ cidrBlocks: ["0.0.0.0/1"], ipv6CidrBlocks: ["::ffff:128.0.0.0/97"] }),
        ];
        assert.equal(checkAdmitsNoWorld(rules).length, 1);
    });

    it("finds everything but the private and reserved ranges", () => {
        const withoutPrivate = complement(["10.0.0.0/8", "172.16.0.0/12", "224.0.0.0/3"]);
        assert.equal(checkAdmitsNoWorld([rule({ cidrBlocks: withoutPrivate })]).length, 1);
    });

    it("names ranges it cannot read", () => {
        assert.deepEqual(checkAdmitsNoWorld([rule({ path: "", cidrBlocks: ["10.0.0.0"] })]), [
            {
                path: "cidrBlocks[0]",
                reason: `"10.0.0.0" is no IPv4 range in CIDR notation; write an address and a prefix length, such as 10.0.0.0/16`,
            },
        ]);
    });

    it("finds any partition of the internet, and none that lacks a public piece", () => {
        fc.assert(
            fc.property(fc.array(fc.nat(), { maxLength: 40 }), fc.nat(), (splits, removed) => {
                const pieces = partition(splits);
                assert.equal(checkAdmitsNoWorld([rule({ cidrBlocks: pieces })]).length, 1);
                const index = removed % pieces.length;
                const rest = pieces.filter((_, each) => each !== index);
                assert.equal(
                    checkAdmitsNoWorld([rule({ cidrBlocks: rest })]).length,
                    isPublic(pieces[index] ?? "") ? 0 : 1,
                );
            }),
        );
    });
});

/** 0.0.0.0/0 halved again and again, at pieces that the numbers choose. */
function partition(splits: number[]): string[] {
    const pieces = [{ first: 0n, length: 0 }];
    for (const split of splits) {
        const [piece] = pieces.splice(split % pieces.length, 1);
        assert.ok(piece);
        const length = piece.length + 1;
        pieces.push({ first: piece.first, length });
        pieces.push({ first: piece.first + 2n ** BigInt(32 - length), length });
    }
    return pieces.map(({ first, length }) => `${formatAddress("ipv4", first)}/${length}`);
}

/** Whether a piece has public addresses: one that has none lies in a single reserved range, as both are CIDR ranges. */
function isPublic(piece: string): boolean {
    const cidr = parseCidr(piece);
    assert.ok(cidr);
    const reserved = [
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
    ].map((text) => parseCidr(text));
    return !reserved.some((range) => range && range.first <= cidr.first && range.last >= cidr.last);
}

/** Ranges that together hold every IPv4 address but those of some ranges. */
function complement(without: string[]): string[] {
    const holes = without.flatMap((text) => parseCidr(text) ?? []);
    const split = (first: bigint, length: number): string[] => {
        const last = first + 2n ** BigInt(32 - length) - 1n;
        const touching = holes.filter((hole) => hole.first <= last && hole.last >= first);
        if (touching.length === 0) {
            return [`${formatAddress("ipv4", first)}/${length}`];
        }
        return touching.some((hole) => hole.first <= first && hole.last >= last)
            ? []
            : [
                  ...split(first, length + 1),
                  ...split(first + 2n ** BigInt(31 - length), length + 1),
              ];
    };
    return split(0n, 0);
}

describe("checkAdmittedFamilies", () => {
    const nobody = (family: string) => ({
        path: "",
        reason:
            `admits nobody over ${family} on TCP 443, although the endpoint serves ${family}; ` +
            `add ${family} ranges, or change ipAddressType`,
    });

    it("accepts ranges of every family that the endpoint serves", () => {
        const rules = [rule({ ipv6CidrBlocks: ["2001:db8::/56"] })];
        assert.deepEqual(checkAdmittedFamilies(rules, ["ipv4", "ipv6"]), []);
    });

    it("finds a family that no rule admits", () => {
        assert.deepEqual(checkAdmittedFamilies([rule()], ["ipv4", "ipv6"]), [nobody("IPv6")]);
    });

    it("finds every family when there is no rule", () => {
        assert.deepEqual(checkAdmittedFamilies([], ["ipv4", "ipv6"]), [
            nobody("IPv4"),
            nobody("IPv6"),
        ]);
    });

    const forAll: Partial<IngressRule>[] = [
        { prefixListIds: ["pl-1"] },
        { securityGroupIds: ["sg-1"] },
        { self: true },
    ];
    for (const changes of forAll) {
        it(`counts ${JSON.stringify(changes)} for every family`, () => {
            const rules = [rule({ cidrBlocks: [], ...changes })];
            assert.deepEqual(checkAdmittedFamilies(rules, ["ipv4", "ipv6"]), []);
        });
    }

    it("counts a rule for every protocol, with and without ports", () => {
        const rules = [rule({ ipProtocol: "-1", fromPort: undefined, toPort: undefined })];
        assert.deepEqual(checkAdmittedFamilies(rules, ["ipv4"]), []);
    });

    const useless: { why: string; changes: Partial<IngressRule> }[] = [
        { why: "another port", changes: { fromPort: 80, toPort: 80 } },
        { why: "another protocol", changes: { ipProtocol: "udp" } },
        { why: "a range that cannot be read", changes: { cidrBlocks: ["10.0.0.0"] } },
        {
            why: "IPv4 spelt as IPv6",
            changes: { cidrBlocks: [], ipv6CidrBlocks: ["::ffff:10.0.0.0/104"] },
        },
    ];
    for (const { why, changes } of useless) {
        it(`does not count ${why}`, () => {
            assert.deepEqual(checkAdmittedFamilies([rule(changes)], ["ipv4"]), [nobody("IPv4")]);
        });
    }

    it("does not count IPv4 spelt as IPv6 for IPv6 either", () => {
        const rules = [rule({ ipv6CidrBlocks: ["::ffff:10.0.0.0/104"] })];
        assert.deepEqual(checkAdmittedFamilies(rules, ["ipv4", "ipv6"]), [nobody("IPv6")]);
    });
});
