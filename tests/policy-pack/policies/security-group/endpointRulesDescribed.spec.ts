import assert from "node:assert/strict";

import { endpointRulesDescribed as policy } from "../../../../policy-pack/policies/security-group/endpointRulesDescribed";
import { judge, reasonsOf } from "../../support/judge";
import { egressRule, HTTPS_FROM_VPC, ingressRule, network, stackOf } from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const SAY = "has no description; say who connects and why";
const NAMELESS = { ...HTTPS_FROM_VPC, description: undefined };

describe("endpointRulesDescribed", () => {
    it("accepts rules with a description", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("reports each inline rule without description", async () => {
        const stack = network({
            group: { ingress: [NAMELESS], egress: [{ ...NAMELESS, description: "" }] },
        });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            ["advisory", "endpoints", `SecurityGroup "endpoints": ingress[0]: ${SAY}`],
            ["advisory", "endpoints", `SecurityGroup "endpoints": egress[0]: ${SAY}`],
        ]);
    });

    it("reports each rule resource without description", async () => {
        const stack = network();
        const bare = { securityGroupId: outputOf(stack.group), description: undefined };
        const rules = [ingressRule(bare, { name: "in" }), egressRule(bare, { name: "out" })];
        assert.deepEqual(await judge(policy, stackOf(stack, ...rules)), [
            ["advisory", "in", `SecurityGroupIngressRule "in": ${SAY}`],
            ["advisory", "out", `SecurityGroupEgressRule "out": ${SAY}`],
        ]);
    });

    it("does not apply to a group of which only the ID is known", async () => {
        const stack = network({ endpoint: { securityGroupIds: ["sg-0123"] } });
        assert.deepEqual(await reasonsOf(policy, stackOf(stack)), [
            'VpcEndpoint "eks" has security group sg-0123, which is not in this stack',
        ]);
    });

    it("does not guess at an unknown description", async () => {
        const ingress = [{ ...HTTPS_FROM_VPC, description: later("from the VPC") }, NAMELESS];
        assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), [
            ["advisory", "endpoints", `SecurityGroup "endpoints": ingress[1]: ${SAY}`],
            [
                "advisory",
                "endpoints",
                'SecurityGroup "endpoints": not judged yet: string value at .ingress.0.description can\'t be known during preview',
            ],
        ]);
    });

    for (const ingress of ["tcp", [7], [{ ...HTTPS_FROM_VPC, description: 7 }]]) {
        it(`takes malformed descriptions for none: ${JSON.stringify(ingress)}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), [
                [
                    "advisory",
                    "endpoints",
                    'SecurityGroup "endpoints": ingress[0]: has no description; say who connects and why',
                ],
            ]);
        });
    }
});
