import assert from "node:assert/strict";

import { ipAddressTypeConsistent as policy } from "../../../../policy-pack/policies/addressing/ipAddressTypeConsistent";
import { judge } from "../../support/judge";
import { network, stackOf } from "../../support/resources";
import { later } from "../../support/testResource";

describe("ipAddressTypeConsistent", () => {
    for (const endpoint of [
        {},
        { ipAddressType: "ipv4", dnsOptions: { dnsRecordIpType: "ipv4" } },
        { ipAddressType: "dualstack", dnsOptions: { dnsRecordIpType: "service-defined" } },
        { ipAddressType: "ipv6" },
    ]) {
        it(`accepts ${JSON.stringify(endpoint)}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ endpoint }))), []);
        });
    }

    it("rejects an unknown IP address type", async () => {
        assert.deepEqual(
            await judge(policy, stackOf(network({ endpoint: { ipAddressType: "ipv5" } }))),
            [
                [
                    "mandatory",
                    "eks",
                    'VpcEndpoint "eks": ipAddressType: "ipv5" is no IP address type of an endpoint; ' +
                        "allowed: ipv4, dualstack, ipv6",
                ],
            ],
        );
    });

    for (const ipAddressType of ["ipv4", undefined]) {
        it(`rejects AAAA records of an IPv4 endpoint (${ipAddressType ?? "type left out"})`, async () => {
            const endpoint = { ipAddressType, dnsOptions: { dnsRecordIpType: "dualstack" } };
            assert.deepEqual(await judge(policy, stackOf(network({ endpoint }))), [
                [
                    "mandatory",
                    "eks",
                    'VpcEndpoint "eks": dnsOptions.dnsRecordIpType: "dualstack" does not go with ipAddressType "ipv4"; ' +
                        "allowed: ipv4; leave it out to follow ipAddressType",
                ],
            ]);
        });
    }

    it("judges the known type beside an unknown record type", async () => {
        const endpoint = { ipAddressType: "ipv5", dnsOptions: { dnsRecordIpType: later("ipv4") } };
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint }))), [
            [
                "mandatory",
                "eks",
                'VpcEndpoint "eks": ipAddressType: "ipv5" is no IP address type of an endpoint; ' +
                    "allowed: ipv4, dualstack, ipv6",
            ],
            [
                "advisory",
                "eks",
                "can't run policy 'ip-address-type-consistent' from policy pack 'eks-privatelink@v0.0.0' during preview: " +
                    "string value at .dnsOptions.dnsRecordIpType can't be known during preview",
            ],
        ]);
    });

    it("does not guess at an unknown service", async () => {
        const endpoint = { serviceName: later("com.amazonaws.eu-central-1.eks") };
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint }))), [
            [
                "advisory",
                "eks",
                "can't run policy 'ip-address-type-consistent' from policy pack 'eks-privatelink@v0.0.0' during preview: " +
                    "string value at .serviceName can't be known during preview",
            ],
        ]);
    });

    const malformed: { [key: string]: unknown }[] = [
        { ipAddressType: 7 },
        { ipAddressType: ["dualstack"] },
        { dnsOptions: "ipv4" },
        { dnsOptions: { dnsRecordIpType: 7 } },
    ];
    for (const endpoint of malformed) {
        it(`takes malformed settings for none: ${JSON.stringify(endpoint)}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ endpoint }))), []);
        });
    }
});
