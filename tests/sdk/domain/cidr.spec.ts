import assert from "node:assert/strict";

import fc from "fast-check";

import {
    type AddressRange,
    contains,
    formatAddress,
    overlaps,
    parseCidr,
} from "../../../sdk/domain/cidr";

describe("parseCidr", () => {
    const malformed = [
        "",
        "10.0.0.0",
        "10.0.0/8",
        "10.0.0.0/33",
        "::/129",
        "fe80::1%eth0/64",
        "x/8",
    ];
    for (const text of malformed) {
        it(`does not read "${text}"`, () => {
            assert.equal(parseCidr(text), undefined);
        });
    }

    it("gives the canonical form of a shortened range with host bits", () => {
        const cidr = parseCidr("2001:DB8:0:0::1/64");
        assert.equal(cidr?.canonical, "2001:db8::/64");
        assert.equal(cidr.hasHostBits, true);
    });

    it("never throws", () => {
        fc.assert(fc.property(fc.string(), (text) => void parseCidr(text)));
    });
});

describe("contains", () => {
    const cases: { outer: string[]; inner: string; expected: boolean }[] = [
        { outer: ["10.0.0.0/8"], inner: "10.1.0.0/16", expected: true },
        { outer: ["10.0.0.0/8"], inner: "10.0.0.0/8", expected: true },
        { outer: ["10.1.0.0/16"], inner: "10.0.0.0/8", expected: false },
        { outer: ["10.0.0.0/9", "10.128.0.0/9"], inner: "10.0.0.0/8", expected: true },
        { outer: ["10.128.0.0/9", "10.0.0.0/10"], inner: "10.0.0.0/8", expected: false },
        { outer: ["::/0"], inner: "10.0.0.0/8", expected: false },
        { outer: ["2001:db8::/32"], inner: "2001:db8:1::/48", expected: true },
        { outer: [], inner: "10.0.0.0/8", expected: false },
        { outer: ["x", "10.0.0.0/8"], inner: "10.0.0.0/8", expected: true },
        { outer: ["0.0.0.0/0"], inner: "x", expected: false },
    ];
    for (const { outer, inner, expected } of cases) {
        it(`says that [${outer.join(", ")}] ${expected ? "contains" : "does not contain"} ${inner}`, () => {
            assert.equal(contains(outer, inner), expected);
        });
    }

    it("agrees with comparing every address of a small range", () => {
        const range = fc
            .record({ first: fc.nat(255), length: fc.integer({ min: 24, max: 32 }) })
            .map(({ first, length }) => `192.168.7.${first}/${length}`);
        fc.assert(
            fc.property(fc.array(range, { maxLength: 6 }), range, (outer, inner) => {
                const addresses = (text: string) => {
                    const cidr = parseCidr(text);
                    assert.ok(cidr);
                    const count = Number(cidr.last - cidr.first) + 1;
                    return Array.from({ length: count }, (_, i) => cidr.first + BigInt(i));
                };
                const admitted = new Set(outer.flatMap(addresses));
                const expected = addresses(inner).every((address) => admitted.has(address));
                assert.equal(contains(outer, inner), expected);
            }),
        );
    });
});

describe("formatAddress", () => {
    it("writes addresses of both families in their shortest form", () => {
        assert.equal(formatAddress("ipv4", 0x0a000001n), "10.0.0.1");
        assert.equal(formatAddress("ipv6", 1n), "::1");
    });
});

describe("overlaps", () => {
    const range = (text: string): AddressRange => {
        const cidr = parseCidr(text);
        assert.ok(cidr);
        return cidr;
    };

    for (const [one, other, expected] of [
        ["10.0.0.0/16", "10.0.255.0/24", true],
        ["10.0.255.255/32", "10.0.0.0/16", true],
        ["10.0.0.0/16", "10.1.0.0/16", false],
        ["0.0.0.0/0", "::/0", false],
    ] as const) {
        it(`says ${expected} of ${one} and ${other}`, () => {
            assert.equal(overlaps(range(one), range(other)), expected);
        });
    }
});
