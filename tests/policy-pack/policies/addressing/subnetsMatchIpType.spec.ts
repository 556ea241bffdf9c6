import assert from "node:assert/strict";

import { subnetsMatchIpType as policy } from "../../../../policy-pack/policies/addressing/subnetsMatchIpType";
import { judge, reasonsOf } from "../../support/judge";
import {
    compliantNetwork,
    endpoint,
    type Network,
    network,
    REGION,
    stackOf,
    subnet,
    subnetAssociation,
} from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const IPV6 = { ipv6CidrBlock: "2001:db8:1:1::/64" };

function rejected(has: string, ipAddressType: string, needs: string, name = "subnet"): string {
    const only = has.includes(" and ") ? "" : " only";
    return (
        `VpcEndpoint "eks": subnet "${name}" has ${has} addresses${only}, but ipAddressType "${ipAddressType}" needs ${needs}; ` +
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

describe("subnetsMatchIpType, of addresses that the program chooses", () => {
    /** A network whose endpoint is in two subnets, with these entries made of their IDs. */
    function choosing(entries: (one: unknown, two: unknown) => unknown[]): Network {
        const own = compliantNetwork();
        own.endpoint.inputs.subnetConfigurations = entries(
            outputOf(own.subnet),
            outputOf(own.other),
        );
        return own;
    }

    const FREE = "AWS gives addresses from 10.0.1.4 to 10.0.1.254 or 10.0.2.4 to 10.0.2.254 there";
    const FREE_IN_ONE = "AWS gives addresses from 10.0.1.4 to 10.0.1.254 there";

    for (const phase of ["preview", "update"] as const) {
        it(`accepts free addresses of the subnets (${phase})`, async () => {
            const stack = choosing((one, two) => [
                { subnetId: one, ipv4: "10.0.1.10" },
                { subnetId: two, ipv4: "10.0.2.10" },
            ]);
            assert.deepEqual(await judge(policy, stackOf(stack), { phase }), []);
        });

        it(`rejects an address that is outside the subnets or kept by AWS (${phase})`, async () => {
            const stack = choosing((one, two) => [
                { subnetId: one, ipv4: "10.0.9.10" },
                { subnetId: two, ipv4: "10.0.2.10" },
            ]);
            for (const ipv4 of ["10.0.9.10", "10.0.1.3"]) {
                const [entry] = stack.endpoint.inputs.subnetConfigurations as { ipv4: string }[];
                assert.ok(entry);
                entry.ipv4 = ipv4;
                // Preview does not know which of the two subnets it is.
                const free = phase === "preview" ? FREE : FREE_IN_ONE;
                assert.deepEqual(await judge(policy, stackOf(stack), { phase }), [
                    [
                        "mandatory",
                        "eks",
                        `VpcEndpoint "eks": subnetConfigurations[0].ipv4: is "${ipv4}", but ${free}; choose one of these`,
                    ],
                ]);
            }
        });

        it(`rejects an entry for a subnet that is not in subnetIds (${phase})`, async () => {
            const stack = choosing((one, two) => [{ subnetId: one }, { subnetId: two }]);
            stack.endpoint.inputs.subnetIds = [outputOf(stack.subnet)];
            assert.deepEqual(await judge(policy, stackOf(stack), { phase }), [
                [
                    "mandatory",
                    "eks",
                    'VpcEndpoint "eks": subnetConfigurations: names Subnet "other", which is not in subnetIds, so AWS refuses it; ' +
                        "name it there too, or take it out here",
                ],
            ]);
        });

        it(`rejects an address that another endpoint takes (${phase})`, async () => {
            const stack = choosing((one) => [{ subnetId: one, ipv4: "10.0.1.10" }]);
            const logs = endpoint(
                { ...stack.endpoint.inputs, serviceName: `com.amazonaws.${REGION}.logs` },
                { name: "logs" },
            );
            assert.deepEqual(await judge(policy, stackOf(stack, logs), { phase }), [
                [
                    "mandatory",
                    "eks",
                    'VpcEndpoint "eks": subnetConfigurations[0].ipv4: is "10.0.1.10", which subnetConfigurations[0].ipv4 of ' +
                        'VpcEndpoint "logs" takes in the same subnet; choose another address',
                ],
            ]);
        });
    }

    it("knows IPv6 addresses in any spelling", async () => {
        const stack = choosing((one) => [{ subnetId: one, ipv6: "2001:DB8:1:1:0::5" }]);
        stack.subnet.inputs.ipv6CidrBlock = "2001:db8:1:1::/64";
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
        stack.subnet.inputs.ipv6CidrBlock = later("2001:db8:1:2::/64");
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
        const said = await judge(policy, stackOf(stack), { phase: "update" });
        assert.deepEqual(
            said.map(([level, resource]) => [level, resource]),
            [["mandatory", "eks"]],
        );
    });

    it("does not guess at subnets from elsewhere and unknown entries", async () => {
        const elsewhere = choosing(() => [{ subnetId: "subnet-0123", ipv4: "10.9.9.9" }]);
        assert.deepEqual(await judge(policy, stackOf(elsewhere)), []);
        const entry = { subnetId: "subnet-0123", ipv4: later("10.9.9.9") };
        for (const entries of [later([entry]), [entry]]) {
            const unknown = choosing(() => []);
            unknown.endpoint.inputs.subnetConfigurations = entries;
            assert.deepEqual(
                (await judge(policy, stackOf(unknown))).map(([level, resource]) => [
                    level,
                    resource,
                ]),
                [["advisory", "eks"]],
            );
        }
    });
});
