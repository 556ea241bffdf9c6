import assert from "node:assert/strict";

import { endpointPolicyPerimeter as policy } from "../../../../policy-pack/policies/endpoint-policy/endpointPolicyPerimeter";
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
const FULL_ACCESS =
    'VpcEndpoint "eks": has no policy, so AWS lets principals of every account use it (full access); ' +
    "give it a policy that names your organisation or accounts";

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

    it("rejects the full access of an endpoint without policy", async () => {
        assert.deepEqual(
            await judge(policy, stackOf(network({ endpoint: { policy: undefined } }))),
            [["mandatory", "eks", FULL_ACCESS]],
        );
    });

    it("only advises about full access where no source says that the service takes a policy", async () => {
        const endpoint = { policy: undefined, serviceName: "com.amazonaws.eu-central-1.eks-auth" };
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint }))), [
            ["advisory", "eks", FULL_ACCESS],
        ]);
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
        assert.deepEqual(await reasonsOf(policy, stack), [reason, reason]);
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
