import assert from "node:assert/strict";

import { vpcDnsAttributes as policy } from "../../../../policy-pack/policies/dns/vpcDnsAttributes";
import { itRemediates, remediateAll } from "../../support/itRemediates";
import { judge, reasonsOf } from "../../support/judge";
import { network, stackOf, vpc } from "../../support/resources";
import { encode, later, outputOf, secret } from "../../support/testResource";

const HOSTNAMES =
    'Vpc "vpc": enableDnsHostnames: is off, which is also the default, so private names do not resolve; set it to true';

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
