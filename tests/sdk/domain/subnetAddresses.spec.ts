import assert from "node:assert/strict";

import { checkSubnetAddress, findCanonicalAddress } from "../../../sdk/domain";

describe("checkSubnetAddress", () => {
    for (const address of ["10.0.1.4", "10.0.1.254"]) {
        it(`takes ${address} in 10.0.1.0/24`, () => {
            assert.deepEqual(checkSubnetAddress("ipv4", "ipv4", address, ["10.0.1.0/24"]), []);
        });
    }

    for (const address of [
        "10.0.1.3",
        "10.0.1.255",
        "10.0.2.4",
        "10.0.1.4/32",
        "x",
        "::ffff:a00:104",
    ]) {
        it(`refuses ${address} there`, () => {
            assert.deepEqual(checkSubnetAddress("ipv4", "ipv4", address, ["10.0.1.0/24"]), [
                {
                    path: "ipv4",
                    reason: `is "${address}", but AWS gives addresses from 10.0.1.4 to 10.0.1.254 there; choose one of these`,
                },
            ]);
        });
    }

    it("says nothing where no range can be read", () => {
        assert.deepEqual(checkSubnetAddress("ipv4", "ipv4", "10.0.1.3", ["x"]), []);
    });

    it("takes an address of any of several ranges", () => {
        const ranges = ["2001:db8:1:1::/64", "2001:db8:1:2::/64"];
        assert.deepEqual(checkSubnetAddress("ipv6", "ipv6", "2001:db8:1:2::4", ranges), []);
        assert.deepEqual(checkSubnetAddress("ipv6", "ipv6", "2001:db8:1:3::4", ranges), [
            {
                path: "ipv6",
                reason:
                    'is "2001:db8:1:3::4", but AWS gives addresses from 2001:db8:1:1::4 to 2001:db8:1:1:ffff:ffff:ffff:fffe or ' +
                    "2001:db8:1:2::4 to 2001:db8:1:2:ffff:ffff:ffff:fffe there; choose one of these",
            },
        ]);
    });
});

describe("findCanonicalAddress", () => {
    it("spells an address in one way", () => {
        assert.equal(findCanonicalAddress("ipv6", "2001:DB8:0::4"), "2001:db8::4");
        assert.equal(findCanonicalAddress("ipv4", "10.0.1.4"), "10.0.1.4");
    });

    it("finds no address of the other family", () => {
        assert.equal(findCanonicalAddress("ipv4", "2001:db8::4"), undefined);
        assert.equal(findCanonicalAddress("ipv6", "10.0.1.4"), undefined);
    });
});
