import assert from "node:assert/strict";

import { subnetsMatchIpType as policy } from "../../../../policy-pack/policies/addressing/subnetsMatchIpType";
import { judge, reasonsOf } from "../../support/judge";
import { network, stackOf, subnet, subnetAssociation } from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const IPV6 = { ipv6CidrBlock: "2001:db8:1:1::/64" };

function rejected(has: string, ipAddressType: string, needs: string, name = "subnet"): string {
    return (
        `VpcEndpoint "eks": subnet "${name}" has ${has} addresses, but ipAddressType "${ipAddressType}" needs ${needs}; ` +
        "choose another subnet, give this one the missing range, or change ipAddressType"
    );
}

describe("subnetsMatchIpType", () => {
    for (const [ipAddressType, given] of [
        [undefined, {}],
        ["ipv4", IPV6],
        ["dualstack", IPV6],
        ["dualstack", { ipv6CidrBlock: later("2001:db8:1:1::/64") }],
        ["dualstack", { ipv6IpamPoolId: "ipam-pool-0123", ipv6NetmaskLength: 64 }],
        ["ipv6", { ...IPV6, cidrBlock: undefined, ipv6Native: true }],
    ] as const) {
        it(`accepts ${ipAddressType ?? "no type"} in a subnet with ${Object.keys(given).join()}`, async () => {
            const stack = network({ endpoint: { ipAddressType }, subnet: given });
            for (const phase of ["preview", "update"] as const) {
                assert.deepEqual(await judge(policy, stackOf(stack), { phase }), []);
            }
        });
    }

    for (const [ipAddressType, given, has, needs] of [
        ["dualstack", {}, "IPv4", "both IPv4 and IPv6 addresses"],
        ["dualstack", { ...IPV6, ipv6Native: true }, "IPv6", "both IPv4 and IPv6 addresses"],
        ["ipv4", { ...IPV6, ipv6Native: true }, "IPv6", "IPv4 addresses"],
        ["ipv6", IPV6, "IPv4 and IPv6", "IPv6 addresses only (an IPv6-only subnet)"],
    ] as const) {
        it(`rejects ${ipAddressType} in a subnet with ${has}`, async () => {
            const stack = network({ endpoint: { ipAddressType }, subnet: given });
            assert.deepEqual(await judge(policy, stackOf(stack)), [
                ["mandatory", "eks", rejected(has, ipAddressType, needs)],
            ]);
        });
    }

    it("judges a subnet that an association adds", async () => {
        const stack = network({ endpoint: { ipAddressType: "dualstack" }, subnet: IPV6 });
        const plain = subnet({ vpcId: outputOf(stack.vpc) }, { name: "plain" });
        const association = subnetAssociation({
            vpcEndpointId: outputOf(stack.endpoint),
            subnetId: outputOf(plain),
        });
        assert.deepEqual(await judge(policy, stackOf(stack, plain, association)), [
            [
                "mandatory",
                "eks",
                rejected("IPv4", "dualstack", "both IPv4 and IPv6 addresses", "plain"),
            ],
        ]);
    });

    it("does not apply to subnets from elsewhere", async () => {
        const stack = network({ endpoint: { subnetIds: ["subnet-0123"] } });
        assert.deepEqual(await reasonsOf(policy, stackOf(stack)), [
            'VpcEndpoint "eks" is in subnet subnet-0123, which is not in this stack',
        ]);
    });

    it("does not guess at unknown subnets and types", async () => {
        const unsure = "can't be known during preview";
        for (const [given, path] of [
            [
                { endpoint: { subnetIds: later([]) } },
                'VpcEndpoint "eks": not judged yet: string value at .subnetIds',
            ],
            [
                { endpoint: { ipAddressType: later("ipv4") } },
                'VpcEndpoint "eks": not judged yet: string value at .ipAddressType',
            ],
            [
                { subnet: { ipv6Native: later(true) } },
                'Subnet "subnet": not judged yet: string value at .ipv6Native',
            ],
        ] as const) {
            const findings = await judge(policy, stackOf(network(given)));
            assert.deepEqual(
                findings.map(([level, , message]) => [level, message]),
                [["advisory", `${path} ${unsure}`]],
            );
        }
    });

    it("leaves a malformed type to ip-address-type-consistent", async () => {
        const stack = network({ endpoint: { ipAddressType: "ipv5" }, subnet: { ipv6Native: 1 } });
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
    });
});
