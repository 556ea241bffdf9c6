import assert from "node:assert/strict";

import { vpcDnsAttributes as policy } from "../../../../policy-pack/policies/dns/vpcDnsAttributes";
import { itRemediates, remediateAll } from "../../support/itRemediates";
import { judge, reasonsOf } from "../../support/judge";
import {
    carriedBy,
    cluster,
    dhcpOptions,
    endpointSet,
    network,
    profile,
    profileAssociation,
    stackOf,
    subnet,
    vpc,
    zone,
    zoneAssociation,
} from "../../support/resources";
import { encode, later, outputOf, secret, type TestResource } from "../../support/testResource";

const HOSTNAMES =
    'Vpc "vpc": enableDnsHostnames: is off, which is also the default, so private names do not resolve; set it to true';

/** What is said where clients of a VPC ask other servers. */
function asksOthers(
    name: string,
    described: string,
    { servers = "10.9.0.10 and 10.9.1.10", place = 'Vpc "vpc"' } = {},
): [string, string, string] {
    return [
        "advisory",
        name,
        `${described}: brings names of EKS to ${place}, whose clients ask ${servers} by VpcDhcpOptions "corporate"; only the ` +
            "VPC's own resolver knows these names, so have those servers forward them to it, or name AmazonProvidedDNS in " +
            "domainNameServers",
    ];
}

const OTHERS = ["10.9.0.10", "10.9.1.10"];

describe("vpcDnsAttributes", () => {
    it("accepts a VPC with both attributes on", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    for (const enableDnsHostnames of [false, undefined]) {
        it(`rejects DNS hostnames that are ${enableDnsHostnames === false ? "off" : "left out"}`, async () => {
            const stack = network({ vpc: { enableDnsHostnames } });
            assert.deepEqual(await judge(policy, stackOf(stack)), [
                ["mandatory", "vpc", HOSTNAMES],
            ]);
        });
    }

    it("rejects DNS support that is off, and accepts it left out", async () => {
        assert.deepEqual(
            await judge(policy, stackOf(network({ vpc: { enableDnsSupport: false } }))),
            [
                [
                    "mandatory",
                    "vpc",
                    'Vpc "vpc": enableDnsSupport: is off, so private names do not resolve; set it to true',
                ],
            ],
        );
        assert.deepEqual(
            await judge(policy, stackOf(network({ vpc: { enableDnsSupport: undefined } }))),
            [],
        );
    });

    it("accepts the default VPC with attributes left out, because AWS has them on there", async () => {
        const standard = {
            ...vpc({ enableDnsHostnames: undefined }, { name: "default" }),
            type: "aws:ec2/defaultVpc:DefaultVpc",
        };
        const stack = network({ endpoint: { vpcId: outputOf(standard) } });
        assert.deepEqual(await judge(policy, stackOf(stack, standard)), []);
    });

    it("leaves VPCs alone that have no EKS endpoint", async () => {
        const other = vpc({ enableDnsHostnames: false }, { name: "other" });
        assert.deepEqual(await judge(policy, stackOf(network(), other)), []);
    });

    it("does not apply to a VPC from elsewhere", async () => {
        const stack = network({ endpoint: { vpcId: "vpc-0123" } });
        assert.deepEqual(await reasonsOf(policy, stackOf(stack)), [
            'VpcEndpoint "eks" is in vpc-0123, which is not in this stack',
        ]);
    });

    it("judges the known attribute beside an unknown one", async () => {
        const stack = network({
            vpc: { enableDnsSupport: later(true), enableDnsHostnames: false },
        });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            ["mandatory", "vpc", HOSTNAMES],
            [
                "advisory",
                "vpc",
                'Vpc "vpc": not judged yet: string value at .enableDnsSupport can\'t be known during preview',
            ],
        ]);
    });

    for (const malformed of ["true", 1, [true]]) {
        it(`takes malformed attributes for omitted: ${JSON.stringify(malformed)}`, async () => {
            const stack = network({
                vpc: { enableDnsSupport: malformed, enableDnsHostnames: malformed },
            });
            assert.deepEqual(await judge(policy, stackOf(stack)), [
                ["mandatory", "vpc", HOSTNAMES],
            ]);
        });
    }

    for (const phase of ["preview", "update"] as const) {
        it(`advises about DHCP options that name other DNS servers, once a VPC (${phase})`, async () => {
            const stack = network();
            const eks = zone({ vpcs: [{ vpcId: outputOf(stack.vpc) }] });
            const options = dhcpOptions(OTHERS, outputOf(stack.vpc));
            assert.deepEqual(await judge(policy, stackOf(stack, eks, ...options), { phase }), [
                asksOthers("eks", 'VpcEndpoint "eks"'),
            ]);
        });

        it(`advises about what brings names of a hub to a VPC with such options (${phase})`, async () => {
            const stack = network({ endpoint: { privateDnsEnabled: false } });
            const spoke = vpc({}, { name: "spoke" });
            const options = dhcpOptions(OTHERS, outputOf(spoke));
            const vpcId = outputOf(spoke);
            const own = profile();
            const direct = zone({ vpcs: [{ vpcId }] });
            const hub = zone({ vpcs: [{ vpcId: outputOf(stack.vpc) }] });
            const places = { place: 'Vpc "spoke"' };
            const cases: [TestResource[], string, string][] = [
                [[direct], "zone", 'Zone "zone"'],
                [
                    [hub, zoneAssociation({ zoneId: outputOf(hub, "zoneId"), vpcId })],
                    "association",
                    'ZoneAssociation "association"',
                ],
                [
                    [
                        own,
                        carriedBy(own, stack.endpoint),
                        profileAssociation({ profileId: outputOf(own), resourceId: vpcId }),
                    ],
                    "joined",
                    'ProfilesAssociation "joined"',
                ],
            ];
            for (const [more, name, described] of cases) {
                const resources = stackOf(stack, spoke, ...options, ...more);
                assert.deepEqual(await judge(policy, resources, { phase }), [
                    asksOthers(name, described, places),
                ]);
            }
        });
    }

    it("accepts the VPC's own resolver under each of its addresses", async () => {
        const stack = network();
        for (const servers of [
            ["AmazonProvidedDNS"],
            ["10.0.0.2", "169.254.169.253", "fd00:ec2::253"],
            [],
            undefined,
        ]) {
            const options = dhcpOptions(servers, outputOf(stack.vpc));
            assert.deepEqual(await judge(policy, stackOf(stack, ...options)), []);
        }
    });

    it("advises about another server beside the VPC's own resolver", async () => {
        const stack = network();
        const options = dhcpOptions(["AmazonProvidedDNS", "10.0.0.3"], outputOf(stack.vpc));
        assert.deepEqual(await judge(policy, stackOf(stack, ...options)), [
            asksOthers("eks", 'VpcEndpoint "eks"', { servers: "10.0.0.3" }),
        ]);
    });

    it("leaves VPCs without names of EKS alone, whatever servers their clients ask", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        const intranet = zone({ name: "corp.example.com", vpcs: [{ vpcId: outputOf(other) }] });
        const joined = zoneAssociation({ zoneId: "Z0123", vpcId: outputOf(other) });
        const options = dhcpOptions(OTHERS, outputOf(other));
        const resources = stackOf(stack, other, intranet, joined, ...options);
        assert.deepEqual(await judge(policy, resources), []);
    });

    it("counts zones and profiles of another stack where a cluster or a component of this package uses them", async () => {
        const spoke = vpc({}, { name: "spoke" });
        const options = dhcpOptions(OTHERS, outputOf(spoke));
        const joined = zoneAssociation({ zoneId: "Z0123", vpcId: outputOf(spoke) });
        const shared = profileAssociation({ profileId: "rp-0123", resourceId: outputOf(spoke) });
        const nodes = subnet({ vpcId: outputOf(spoke) });
        const own = cluster({ subnetIds: [outputOf(nodes)] });
        const consumer = {
            ...endpointSet({}, { name: "consumer" }),
            type: "eks-privatelink:index:EksEndpointConsumer",
        };
        const places = { place: 'Vpc "spoke"' };
        const said = asksOthers("association", 'ZoneAssociation "association"', places);
        assert.deepEqual(await judge(policy, [spoke, ...options, joined, nodes, own]), [said]);
        assert.deepEqual(await judge(policy, [spoke, ...options, shared, nodes, own]), [
            asksOthers("joined", 'ProfilesAssociation "joined"', places),
        ]);
        const ofConsumer = { ...joined, parent: consumer };
        assert.deepEqual(await judge(policy, [spoke, ...options, consumer, ofConsumer]), [said]);
    });

    it("knows a VPC and DHCP options from elsewhere by their IDs", async () => {
        const stack = network({ endpoint: { vpcId: "vpc-0123" } });
        const options = dhcpOptions(OTHERS, "vpc-0123");
        assert.deepEqual(await judge(policy, stackOf(stack, ...options)), [
            asksOthers("eks", 'VpcEndpoint "eks"', { place: "vpc-0123" }),
        ]);
        const away = dhcpOptions(OTHERS, outputOf(stack.vpc), { dhcpOptionsId: "dopt-0123" });
        const inVpc = stackOf(network(), ...away);
        assert.deepEqual(await judge(policy, inVpc), []);
        assert.deepEqual(await reasonsOf(policy, inVpc), [
            'VpcDhcpOptionsAssociation "corporate-here" has DHCP options dopt-0123, which is not in this stack',
        ]);
    });

    it("does not guess at unknown servers and VPCs", async () => {
        const stack = network();
        const unsure = "can't be known during preview";
        const servers = dhcpOptions(later(OTHERS), outputOf(stack.vpc));
        assert.deepEqual(await judge(policy, stackOf(stack, ...servers)), [
            [
                "advisory",
                "corporate",
                `VpcDhcpOptions "corporate": not judged yet: string value at .domainNameServers ${unsure}`,
            ],
        ]);
        const somewhere = dhcpOptions(OTHERS, later("vpc-0123"));
        assert.deepEqual(await judge(policy, stackOf(stack, ...somewhere)), [
            [
                "advisory",
                "corporate-here",
                `VpcDhcpOptionsAssociation "corporate-here": not judged yet: string value at .vpcId ${unsure}`,
            ],
        ]);
    });

    for (const malformed of [7, [7, null], { first: "10.9.0.10" }]) {
        it(`says nothing about malformed DNS servers: ${JSON.stringify(malformed)}`, async () => {
            const stack = network();
            const options = dhcpOptions(malformed, outputOf(stack.vpc));
            assert.deepEqual(await judge(policy, stackOf(stack, ...options)), []);
        });
    }

    describe("at level remediate", () => {
        itRemediates({
            policy,
            stack: (vpcInputs) => stackOf(network({ vpc: vpcInputs })),
            about: "vpc",
            wrong: { enableDnsSupport: false, enableDnsHostnames: undefined },
            corrected: { enableDnsSupport: true, enableDnsHostnames: true },
        });

        it("turns both on in a VPC without EKS endpoint too", async () => {
            const other = vpc({ enableDnsHostnames: false }, { name: "other" });
            const done = await remediateAll(policy, stackOf(network(), other));
            assert.deepEqual(
                done.map(({ resource, properties }) => [resource, properties?.enableDnsHostnames]),
                [["other", true]],
            );
        });

        it("keeps an attribute secret that was secret", async () => {
            const hidden = vpc({ enableDnsHostnames: secret(false) });
            const [done] = await remediateAll(policy, [hidden]);
            const on = { ...hidden.inputs, enableDnsHostnames: secret(true) };
            assert.deepEqual(done?.properties, encode(on, "preview"));
        });

        it("corrects the known attribute beside an unknown one", async () => {
            const half = vpc({ enableDnsSupport: later(false), enableDnsHostnames: false });
            const [done] = await remediateAll(policy, [half]);
            const on = { ...half.inputs, enableDnsHostnames: true };
            assert.deepEqual(done?.properties, encode(on, "preview"));
        });

        it("leaves what is on alone, by default or not", async () => {
            const standard = {
                ...vpc({ enableDnsHostnames: undefined }, { name: "default" }),
                type: "aws:ec2/defaultVpc:DefaultVpc",
            };
            const usual = vpc({ enableDnsSupport: undefined });
            assert.deepEqual(await remediateAll(policy, [standard, usual]), []);
        });

        it("takes values that are no booleans for omitted", async () => {
            const odd = vpc({ enableDnsSupport: "off", enableDnsHostnames: [1] });
            const [done] = await remediateAll(policy, [odd]);
            const on = { ...odd.inputs, enableDnsHostnames: true };
            assert.deepEqual(done?.properties, encode(on, "preview"));
        });
    });
});
