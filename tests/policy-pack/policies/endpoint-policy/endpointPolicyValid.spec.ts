import assert from "node:assert/strict";

import { endpointPolicyValid as policy } from "../../../../policy-pack/policies/endpoint-policy/endpointPolicyValid";
import { judge } from "../../support/judge";
import { accountPolicy, endpointPolicy, network, stackOf } from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

describe("endpointPolicyValid", () => {
    it("accepts a policy that AWS takes, and none at all", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
        assert.deepEqual(
            await judge(policy, stackOf(network({ endpoint: { policy: undefined } }))),
            [],
        );
    });

    const cases: [what: string, endpoint: { [key: string]: unknown }, message: string][] = [
        [
            "no Allow",
            { policy: accountPolicy({ Effect: "Deny" }) },
            "policy.Statement: has no Allow statement, so nobody can use the endpoint; add one",
        ],
        [
            "no Principal",
            { policy: accountPolicy({ Principal: undefined }) },
            'policy.Statement[0]: has no Principal; add one, such as "Principal": "*"',
        ],
        [
            "an action of another service",
            { policy: accountPolicy({ Action: ["eks:*", "s3:GetObject"] }) },
            'policy.Statement[0].Action: "s3:GetObject" is an action of another service, and the endpoint of eks ' +
                "carries only those of eks; remove it",
        ],
        [
            "a condition on the public address, which nobody meets through an endpoint",
            {
                policy: accountPolicy({
                    Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/16" } },
                }),
            },
            "policy.Statement[0].Condition.IpAddress.aws:SourceIp: requests through an endpoint do not carry " +
                "aws:SourceIp, so this lets nobody through; compare aws:VpcSourceIp",
        ],
        [
            "actions of another service only",
            { policy: accountPolicy({ Action: "s3:*" }) },
            'policy.Statement[0].Action: "s3:*" is an action of another service, and the endpoint of eks carries only ' +
                "those of eks, so this lets nobody through; write actions of eks, such as eks:*",
        ],
        [
            "something that is not JSON",
            { policy: "full access" },
            "policy: is not JSON (Unexpected token 'u', \"full access\" is not valid JSON); write one JSON object",
        ],
        [
            "a policy that the service does not take",
            { serviceName: "com.amazonaws.eu-central-1.oidc-eks" },
            "policy: oidc-eks takes no endpoint policy, not even one that allows everything; leave the policy out",
        ],
    ];
    for (const [what, endpoint, message] of cases) {
        it(`rejects ${what}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ endpoint }))), [
                ["mandatory", "eks", `VpcEndpoint "eks": ${message}`],
            ]);
        });
    }

    it("rejects a VpcEndpointPolicy that AWS would refuse", async () => {
        const stack = network({ endpoint: { policy: undefined } });
        const attached = endpointPolicy({
            vpcEndpointId: outputOf(stack.endpoint),
            policy: accountPolicy({ Principal: undefined }),
        });
        assert.deepEqual(await judge(policy, stackOf(stack, attached)), [
            [
                "mandatory",
                "policy",
                'VpcEndpointPolicy "policy": policy.Statement[0]: has no Principal; add one, such as "Principal": "*"',
            ],
        ]);
    });

    it("does not guess at an unknown policy", async () => {
        const stack = network({ endpoint: { policy: later(accountPolicy()) } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "eks",
                "can't run policy 'endpoint-policy-valid' from policy pack 'eks-privatelink@v0.0.0' during preview: " +
                    "string value at .policy can't be known during preview",
            ],
        ]);
    });
});
