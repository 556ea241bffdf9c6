import assert from "node:assert/strict";

import type { IpFamily } from "../../../sdk/domain/addressing";
import { checkCidrBlocks } from "../../../sdk/domain/cidrBlocks";

const NARROW_IT = "admit the ranges of your own networks instead";

interface Case {
    title: string;
    family: IpFamily;
    blocks: string[];
    problems: { path: string; reason: string }[];
}

const CASES: Case[] = [
    {
        title: "accepts private, public and neighbouring ranges",
        family: "ipv4",
        blocks: ["10.0.0.0/16", "10.1.0.0/16", "8.8.8.0/24", "10.0.0.1/32"],
        problems: [],
    },
    {
        title: "accepts IPv6 ranges however they are shortened",
        family: "ipv6",
        blocks: ["2001:db8::/56", "2001:0DB8:1:0:0:0:0:0/64", "fd00::/8"],
        problems: [],
    },
    {
        title: "refuses what is no range",
        family: "ipv4",
        blocks: ["10.0.0.0", "vpc"],
        problems: [
            {
                path: "list[0]",
                reason: `"10.0.0.0" is no IPv4 range in CIDR notation; write an address and a prefix length, such as 10.0.0.0/16`,
            },
            {
                path: "list[1]",
                reason: `"vpc" is no IPv4 range in CIDR notation; write an address and a prefix length, such as 10.0.0.0/16`,
            },
        ],
    },
    {
        title: "refuses a range of the other family",
        family: "ipv4",
        blocks: ["2001:db8::/56"],
        problems: [
            {
                path: "list[0]",
                reason: "2001:db8::/56 is an IPv6 range in a list of IPv4 ranges; move it to the list of IPv6 ranges",
            },
        ],
    },
    {
        title: "names the network address where host bits are set",
        family: "ipv6",
        blocks: ["2001:db8::1/64"],
        problems: [
            {
                path: "list[0]",
                reason: "2001:db8::1/64 has bits set beyond its prefix length; write 2001:db8::/64",
            },
        ],
    },
    {
        title: "finds a range written twice in different ways",
        family: "ipv6",
        blocks: ["2001:db8::/64", "2001:db8:0:0::/64"],
        problems: [{ path: "list[1]", reason: "2001:db8::/64 is already in list[0]; remove one" }],
    },
    {
        title: "refuses the whole IPv4 internet",
        family: "ipv4",
        blocks: ["0.0.0.0/0", "1.2.3.4/0"],
        problems: [
            { path: "list[0]", reason: `0.0.0.0/0 admits the whole IPv4 internet; ${NARROW_IT}` },
            { path: "list[1]", reason: `1.2.3.4/0 admits the whole IPv4 internet; ${NARROW_IT}` },
        ],
    },
    {
        title: "refuses the whole IPv6 internet, global unicast alone included",
        family: "ipv6",
        blocks: ["::/0", "2000::/3"],
        problems: [
            { path: "list[0]", reason: `::/0 admits the whole IPv6 internet; ${NARROW_IT}` },
            { path: "list[1]", reason: `2000::/3 admits the whole IPv6 internet; ${NARROW_IT}` },
        ],
    },
    {
        title: "refuses the IPv4 internet spelt as IPv6",
        family: "ipv6",
        blocks: ["::ffff:0:0/96"],
        problems: [
            {
                path: "list[0]",
                reason: `::ffff:0:0/96 admits the whole IPv4 internet; ${NARROW_IT}`,
            },
        ],
    },
    {
        title: "says how an IPv4 range spelt as IPv6 is to be written",
        family: "ipv6",
        blocks: ["::ffff:10.0.0.0/104"],
        problems: [
            {
                path: "list[0]",
                reason: "::ffff:10.0.0.0/104 spells 10.0.0.0/8 as IPv6; write that in the list of IPv4 ranges",
            },
        ],
    },
    {
        title: "refuses ranges that add up to the internet, on the list's path",
        family: "ipv4",
        blocks: ["0.0.0.0/1", "128.0.0.0/1"],
        problems: [
            {
                path: "list",
                reason: `these ranges together admit the whole IPv4 internet; ${NARROW_IT}`,
            },
        ],
    },
];

describe("checkCidrBlocks", () => {
    for (const { title, family, blocks, problems } of CASES) {
        it(title, () => {
            assert.deepEqual(checkCidrBlocks("list", blocks, family), problems);
        });
    }
});
