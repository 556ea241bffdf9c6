import assert from "node:assert/strict";

import { endpointPolicyPerimeter as policy } from "../../../../policy-pack/policies/endpoint-policy/endpointPolicyPerimeter";
import { endpointPolicyRequired } from "../../../../policy-pack/policies/endpoint-policy/endpointPolicyRequired";
import { analyze } from "../../support/analyzer";
import { judge, reasonsOf } from "../../support/judge";
import {
    ACCOUNT_ID,
    accountPolicy,
    endpointPolicy,
    network,
    stackOf,
} from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const OPEN = { policy: accountPolicy({ Condition: undefined }) };
const ADMITS =
    "policy.Statement[0]: admits principals of any account, for example to eks:DescribeCluster " +
    "(no condition says whose principals they are); bound the principals with StringEquals on aws:PrincipalOrgID " +
    "or aws:PrincipalAccount, or name accounts in Principal";

describe("endpointPolicyPerimeter", () => {
    it("accepts a policy for the principals of an account", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("rejects a policy for everybody", async () => {
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint: OPEN }))), [
            ["mandatory", "eks", `VpcEndpoint "eks": ${ADMITS}`],
        ]);
    });

    it("rejects an open VpcEndpointPolicy", async () => {
        const stack = network({ endpoint: { policy: undefined } });
        const attached = endpointPolicy({ vpcEndpointId: outputOf(stack.endpoint), ...OPEN });
        assert.deepEqual(await judge(policy, stackOf(stack, attached)), [
            ["mandatory", "policy", `VpcEndpointPolicy "policy": ${ADMITS}`],
        ]);
    });

    it("leaves an endpoint without a policy to endpoint-policy-required", async () => {
        const stack = stackOf(network({ endpoint: { policy: undefined } }));
        assert.deepEqual(await judge(policy, stack), []);
        const policies = [policy, endpointPolicyRequired];
        const { diagnostics } = await analyze({ policies, resources: stack });
        assert.deepEqual(
            diagnostics.map((found) => [found.policy, found.resource]),
            [["endpoint-policy-required", "eks"]],
        );
    });

    it("accepts the configured account", async () => {
        const config = { [policy.name]: { accountIds: [ACCOUNT_ID] } };
        assert.deepEqual(await judge(policy, stackOf(network()), { config }), []);
    });

    it("rejects an account that is not the configured one", async () => {
        const config = { [policy.name]: { accountIds: ["444455556666"] } };
        assert.deepEqual(await judge(policy, stackOf(network()), { config }), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": policy.Statement[0]: admits account ${ACCOUNT_ID}, which the perimeter does not contain; ` +
                    "remove them from the policy, or add them to the perimeter",
            ],
        ]);
    });

    it("leaves what is no policy to endpoint-policy-valid", async () => {
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint: { policy: "{" } }))), []);
    });

    it("leaves VpcEndpointPolicies of other services alone", async () => {
        const stack = network({ endpoint: { serviceName: "com.amazonaws.eu-central-1.sts" } });
        const attached = endpointPolicy({ vpcEndpointId: outputOf(stack.endpoint), ...OPEN });
        assert.deepEqual(await judge(policy, stackOf(stack, attached)), []);
    });

    it("does not apply to a service that takes no policy", async () => {
        const endpoint = { policy: undefined, serviceName: "com.amazonaws.eu-central-1.oidc-eks" };
        const stack = stackOf(network({ endpoint }));
        assert.deepEqual(await judge(policy, stack), []);
        const reason = 'VpcEndpoint "eks": oidc-eks takes no endpoint policy';
        assert.deepEqual(await reasonsOf(policy, stack), [reason]);
    });

    it("does not guess at an unknown policy, and says so once", async () => {
        const stack = network({ endpoint: { policy: later(accountPolicy()) } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "eks",
                "can't run policy 'endpoint-policy-perimeter' from policy pack 'eks-privatelink@v0.0.0' during preview: " +
                    "string value at .policy can't be known during preview",
            ],
        ]);
    });

    it("does not guess at an unknown VpcEndpointPolicy", async () => {
        const stack = network();
        const attached = endpointPolicy({
            vpcEndpointId: outputOf(stack.endpoint),
            policy: later(accountPolicy()),
        });
        assert.deepEqual(await judge(policy, stackOf(stack, attached)), [
            [
                "advisory",
                "policy",
                'VpcEndpointPolicy "policy": not judged yet: string value at .policy can\'t be known during preview',
            ],
        ]);
    });
});
