import assert from "node:assert/strict";

import { endpointPolicyRequired as policy } from "../../../../policy-pack/policies/endpoint-policy/endpointPolicyRequired";
import { itTreatsFindingsLikeEveryPolicy, judge, reasonsOf } from "../../support/judge";
import { accountPolicy, endpointPolicy, network, stackOf } from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const NONE =
    'VpcEndpoint "eks": has no policy, so whoever reaches it may use it with any credentials; ' +
    "give it a policy that names your organisation or accounts";
const WITHOUT = { policy: undefined };

describe("endpointPolicyRequired", () => {
    itTreatsFindingsLikeEveryPolicy({
        policy,
        level: "mandatory",
        violating: () => stackOf(network({ endpoint: WITHOUT })),
        about: "eks",
    });

    it("accepts a policy with the endpoint", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`rejects an endpoint without policy, although AWS fills one in (${phase})`, async () => {
            assert.deepEqual(
                await judge(policy, stackOf(network({ endpoint: WITHOUT })), { phase }),
                [["mandatory", "eks", NONE]],
            );
        });

        it(`accepts a VpcEndpointPolicy (${phase})`, async () => {
            const stack = network({ endpoint: WITHOUT });
            const attached = endpointPolicy({
                vpcEndpointId: outputOf(stack.endpoint),
                policy: accountPolicy(),
            });
            assert.deepEqual(await judge(policy, stackOf(stack, attached), { phase }), []);
        });
    }

    it("rejects a VpcEndpointPolicy that leaves its policy out", async () => {
        const stack = network({ endpoint: WITHOUT });
        const attached = endpointPolicy({ vpcEndpointId: outputOf(stack.endpoint) });
        assert.deepEqual(await judge(policy, stackOf(stack, attached)), [
            ["mandatory", "eks", NONE],
        ]);
    });

    it("only advises where no source says that the service takes a policy", async () => {
        const stack = network({
            endpoint: { ...WITHOUT, serviceName: "com.amazonaws.eu-central-1.eks-auth" },
        });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "eks",
                `${NONE}; AWS does not document whether eks-auth takes one: ` +
                    "getVpcEndpointService tells (vpcEndpointPolicySupported)",
            ],
        ]);
    });

    it("does not apply to a service that takes no policy", async () => {
        const endpoint = { ...WITHOUT, serviceName: "com.amazonaws.eu-central-1.oidc-eks" };
        const stack = stackOf(network({ endpoint }));
        assert.deepEqual(await judge(policy, stack), []);
        assert.deepEqual(await reasonsOf(policy, stack), [
            'VpcEndpoint "eks": oidc-eks takes no endpoint policy',
        ]);
    });

    it("does not guess at an unknown policy", async () => {
        const stack = network({ endpoint: { policy: later(accountPolicy()) } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "eks",
                'VpcEndpoint "eks": not judged yet: string value at .policy can\'t be known during preview',
            ],
        ]);
    });
});
