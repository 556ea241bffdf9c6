import assert from "node:assert/strict";

import { clusterPrivateAccess as policy } from "../../../../policy-pack/policies/cluster/clusterPrivateAccess";
import { judge } from "../../support/judge";
import { cluster, compliantStack } from "../../support/resources";
import { later } from "../../support/testResource";

const OFF =
    'Cluster "cluster": vpcConfig.endpointPrivateAccess: is off, which is also the default, so nodes reach the Kubernetes ' +
    "API over the internet; set it to true (interface endpoints do not carry that API)";

describe("clusterPrivateAccess", () => {
    it("accepts private access, with public access or without", async () => {
        for (const endpointPublicAccess of [true, false, undefined]) {
            assert.deepEqual(await judge(policy, [cluster({ endpointPublicAccess })]), []);
        }
    });

    for (const endpointPrivateAccess of [false, undefined]) {
        it(`rejects private access that is ${endpointPrivateAccess === false ? "off" : "left out"}`, async () => {
            const own = cluster({ endpointPrivateAccess });
            for (const phase of ["preview", "update"] as const) {
                assert.deepEqual(await judge(policy, [own], { phase }), [
                    ["mandatory", "cluster", OFF],
                ]);
            }
        });
    }

    it("has nothing to say about a stack without clusters", async () => {
        assert.deepEqual(await judge(policy, compliantStack()), []);
    });

    it("does not guess at an unknown setting", async () => {
        const own = cluster({ endpointPrivateAccess: later(true) });
        assert.deepEqual(await judge(policy, [own]), [
            [
                "advisory",
                "cluster",
                'Cluster "cluster": not judged yet: string value at .vpcConfig.endpointPrivateAccess can\'t be known during preview',
            ],
        ]);
    });

    it("takes malformed settings for none", async () => {
        const own = cluster({});
        for (const vpcConfig of [undefined, 5, [], { endpointPrivateAccess: "yes" }]) {
            own.inputs = { vpcConfig };
            assert.deepEqual(await judge(policy, [own]), [["mandatory", "cluster", OFF]]);
        }
    });
});
