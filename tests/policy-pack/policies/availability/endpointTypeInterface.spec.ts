import assert from "node:assert/strict";

import { policies } from "../../../../policy-pack/policies";
import { endpointTypeInterface as policy } from "../../../../policy-pack/policies/availability/endpointTypeInterface";
import { analyze } from "../../support/analyzer";
import { judge } from "../../support/judge";
import { compliantNetwork, compliantStack, network, stackOf } from "../../support/resources";
import { later } from "../../support/testResource";

/** What is said of an endpoint that has this type. */
function ofType(vpcEndpointType: unknown): ReturnType<typeof judge> {
    return judge(policy, stackOf(network({ endpoint: { vpcEndpointType } })));
}

const REFUSED =
    'but eks has interface endpoints only and AWS refuses any other; set it to "Interface"';

describe("endpointTypeInterface", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts interface endpoints (${phase})`, async () => {
            assert.deepEqual(await judge(policy, compliantStack(), { phase }), []);
        });
    }

    it("rejects a type that is left out, which the provider makes Gateway", async () => {
        assert.deepEqual(await ofType(undefined), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": vpcEndpointType: is left out, so the provider takes Gateway, ${REFUSED}`,
            ],
        ]);
    });

    for (const type of ["Gateway", "GatewayLoadBalancer", "interface"]) {
        it(`rejects ${type}`, async () => {
            assert.deepEqual(await ofType(type), [
                [
                    "mandatory",
                    "eks",
                    `VpcEndpoint "eks": vpcEndpointType: is "${type}", ${REFUSED}`,
                ],
            ]);
        });
    }

    it("waits for a type that preview does not know", async () => {
        assert.deepEqual(
            (await ofType(later("Interface"))).map(([level]) => level),
            ["advisory"],
        );
    });

    it("is the only one that speaks, because AWS would refuse other advice as well", async () => {
        for (const endpoint of [
            {},
            { subnetIds: undefined },
            { securityGroupIds: undefined },
            { privateDnsEnabled: undefined },
        ]) {
            const gateway = { ...endpoint, vpcEndpointType: undefined };
            const { diagnostics } = await analyze({
                policies,
                resources: stackOf(compliantNetwork({ endpoint: gateway })),
            });
            assert.deepEqual(
                diagnostics.map((each) => [each.policy, each.level]),
                [["endpoint-type-interface", "mandatory"]],
            );
        }
    });
});
