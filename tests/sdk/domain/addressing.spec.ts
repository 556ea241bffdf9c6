import assert from "node:assert/strict";

import {
    ADDRESSING,
    checkAddressing,
    defaultDnsRecordIpType,
    DnsRecordIpType,
    findSubnetProblem,
    IpAddressType,
} from "../../../sdk/domain/addressing";

describe("checkAddressing", () => {
    for (const ipAddressType of Object.values(IpAddressType)) {
        const allowed = ADDRESSING.find((row) => row.ipAddressType === ipAddressType);
        for (const dnsRecordIpType of Object.values(DnsRecordIpType)) {
            const fits = allowed?.dnsRecordIpTypes.includes(dnsRecordIpType) === true;
            it(`${fits ? "accepts" : "refuses"} ${ipAddressType} with DNS records ${dnsRecordIpType}`, () => {
                const paths = checkAddressing(ipAddressType, dnsRecordIpType).map(
                    ({ path }) => path,
                );
                assert.deepEqual(paths, fits ? [] : ["dnsRecordIpType"]);
            });
        }

        it(`accepts ${ipAddressType} with its default`, () => {
            assert.deepEqual(
                checkAddressing(ipAddressType, defaultDnsRecordIpType(ipAddressType)),
                [],
            );
        });
    }

    it("allows dual-stack endpoints every record type and the others only their own", () => {
        assert.deepEqual(
            ADDRESSING.map(({ ipAddressType, dnsRecordIpTypes }) => [
                ipAddressType,
                dnsRecordIpTypes.length,
            ]),
            [
                ["ipv4", 1],
                ["dualstack", 4],
                ["ipv6", 1],
            ],
        );
    });

    it("says what goes with an IP address type", () => {
        assert.deepEqual(checkAddressing("ipv4", "dualstack"), [
            {
                path: "dnsRecordIpType",
                reason:
                    '"dualstack" does not go with ipAddressType "ipv4"; allowed: ipv4; ' +
                    "leave it out to follow ipAddressType",
            },
        ]);
    });

    it("says which IP address types there are", () => {
        assert.deepEqual(checkAddressing("ipv5", "ipv4"), [
            {
                path: "ipAddressType",
                reason: '"ipv5" is no IP address type of an endpoint; allowed: ipv4, dualstack, ipv6',
            },
        ]);
    });
});

describe("findSubnetProblem", () => {
    const cases: [IpAddressType, boolean, boolean, boolean][] = [
        ["ipv4", true, false, true],
        ["ipv4", true, true, true],
        ["ipv4", false, true, false],
        ["dualstack", true, true, true],
        ["dualstack", true, false, false],
        ["dualstack", false, true, false],
        ["ipv6", false, true, true],
        ["ipv6", true, true, false],
        ["ipv6", true, false, false],
    ];
    for (const [ipAddressType, hasIpv4, hasIpv6, fits] of cases) {
        const families = [hasIpv4 && "IPv4", hasIpv6 && "IPv6"].filter(Boolean).join(" and ");
        it(`${fits ? "lets" : "does not let"} a subnet with ${families} carry ${ipAddressType} endpoints`, () => {
            const problem = findSubnetProblem(
                { subnetId: "subnet-1", hasIpv4, hasIpv6 },
                ipAddressType,
            );
            assert.equal(problem === undefined, fits);
        });
    }

    it("names the subnet, what it has and what it needs", () => {
        const subnet = { subnetId: "subnet-1", hasIpv4: true, hasIpv6: false };
        assert.equal(
            findSubnetProblem(subnet, "dualstack"),
            'subnet subnet-1 has IPv4 addresses only, but ipAddressType "dualstack" needs both IPv4 and IPv6 addresses; ' +
                "choose another subnet, give this one the missing range, or change ipAddressType",
        );
    });
});
