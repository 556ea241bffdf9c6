import assert from "node:assert/strict";

import { endpointPolicyLeastPrivilege as policy } from "../../../../policy-pack/policies/endpoint-policy/endpointPolicyLeastPrivilege";
import { judge, reasonsOf } from "../../support/judge";
import { accountPolicy, endpointPolicy, network, stackOf } from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const EVERY_ACTION = { policy: accountPolicy({ Action: "*" }) };
const ANY_SERVICE =
    'policy.Statement[0].Action: allows "*", actions of any service; list the actions that are needed';

describe("endpointPolicyLeastPrivilege", () => {
    it("accepts the actions of the service on resources of an account", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("accepts an organisation with IfExists for callers of the same", async () => {
        const Condition = {
            StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
            StringEqualsIfExists: { "aws:ResourceOrgID": "o-a1b2c3d4e5" },
        };
        const stack = network({ endpoint: { policy: accountPolicy({ Condition }) } });
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
    });

    it("reports every action of every service", async () => {
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint: EVERY_ACTION }))), [
            ["advisory", "eks", `VpcEndpoint "eks": ${ANY_SERVICE}`],
        ]);
    });

    it("reports it in a VpcEndpointPolicy", async () => {
        const stack = network({ endpoint: { policy: undefined } });
        const attached = endpointPolicy({
            vpcEndpointId: outputOf(stack.endpoint),
            ...EVERY_ACTION,
        });
        assert.deepEqual(await judge(policy, stackOf(stack, attached)), [
            ["advisory", "policy", `VpcEndpointPolicy "policy": ${ANY_SERVICE}`],
        ]);
    });

    it("reports resources of any account", async () => {
        const Condition = { StringEquals: { "aws:PrincipalAccount": "111122223333" } };
        const stack = network({ endpoint: { policy: accountPolicy({ Condition }) } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "eks",
                'VpcEndpoint "eks": policy.Statement[0].Resource: does not say whose resources may be used, ' +
                    "so those of any account may; add StringEquals on aws:ResourceOrgID or aws:ResourceAccount, " +
                    "or name ARNs with an account",
            ],
        ]);
    });

    it("reports actions beyond the configured ones", async () => {
        const config = { [policy.name]: { actions: ["eks:Describe*"] } };
        assert.deepEqual(await judge(policy, stackOf(network()), { config }), [
            [
                "advisory",
                "eks",
                'VpcEndpoint "eks": policy.Statement[0].Action: allows "eks:*", which goes beyond the configured actions ' +
                    "(eks:Describe*); narrow it, or configure it",
            ],
        ]);
    });

    it("leaves what is no policy to endpoint-policy-valid", async () => {
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint: { policy: "{" } }))), []);
    });

    it("does not apply to a service that takes no policy", async () => {
        const serviceName = "com.amazonaws.eu-central-1.oidc-eks";
        assert.deepEqual(await reasonsOf(policy, stackOf(network({ endpoint: { serviceName } }))), [
            'VpcEndpoint "eks": oidc-eks takes no endpoint policy',
        ]);
    });

    it("does not guess at an unknown policy", async () => {
        const stack = network({ endpoint: { policy: later(accountPolicy()) } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "eks",
                "can't run policy 'endpoint-policy-least-privilege' from policy pack 'eks-privatelink@v0.0.0' during preview: " +
                    "string value at .policy can't be known during preview",
            ],
        ]);
    });
});
