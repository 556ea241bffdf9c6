import assert from "node:assert/strict";

import {
    buildPerimeterPolicy,
    checkPerimeterGaps,
    parsePolicy,
    renderPolicy,
} from "eks-privatelink/domain";

import { endpointPolicyPerimeter } from "../../../../policy-pack/policies/endpoint-policy/endpointPolicyPerimeter";
import { endpointPolicyRequired as policy } from "../../../../policy-pack/policies/endpoint-policy/endpointPolicyRequired";
import { policyConfiguration } from "../../../../policy-pack/policies/pack/policyConfiguration";
import { analyze } from "../../support/analyzer";
import { itRemediates, remediateAll } from "../../support/itRemediates";
import { judge, reasonsOf } from "../../support/judge";
import { accountPolicy, endpointPolicy, network, stackOf } from "../../support/resources";
import { encode, later, outputOf, secret } from "../../support/testResource";

const NONE =
    'VpcEndpoint "eks": has no policy, so whoever reaches it may use it with any credentials; ' +
    "give it a policy that names your organisation or accounts";
const PERIMETER = {
    organizationIds: ["o-a1b2c3d4e5"],
    organizationPaths: [],
    accountIds: ["111122223333"],
};
const WITHOUT = { policy: undefined };

describe("endpointPolicyRequired", () => {
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

    it("asks for none where the service takes none", async () => {
        const serviceName = "com.amazonaws.eu-central-1.eks-capabilities";
        const stack = network({ endpoint: { serviceName, policy: undefined } });
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
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

    it("takes a policy that is neither text nor an object for none", async () => {
        const stack = stackOf(network({ endpoint: { policy: 7 } }));
        assert.deepEqual(await judge(policy, stack), [["mandatory", "eks", NONE]]);
    });

    describe("at level remediate", () => {
        itRemediates({
            policy,
            stack: (endpoint) => stackOf(network({ endpoint })),
            about: "eks",
            wrong: WITHOUT,
            corrected: { policy: renderPolicy(buildPerimeterPolicy("eks", PERIMETER)) },
            own: PERIMETER,
        });

        it("sets a policy that closes the configured perimeter", async () => {
            const own = { accountIds: ["444455556666"] };
            const [done] = await remediateAll(policy, stackOf(network({ endpoint: WITHOUT })), own);
            const { document } = parsePolicy(String(done?.properties?.policy));
            assert.ok(document);
            const perimeter = { organizationIds: [], organizationPaths: [], ...own };
            assert.deepEqual(checkPerimeterGaps(document, perimeter, "eks"), []);
        });

        const left: { [what: string]: { [key: string]: unknown } } = {
            "a policy": {},
            "a secret policy": { policy: secret("{}") },
            "a policy that preview does not know": { policy: later("{}") },
            "a policy that is an object": { policy: { Statement: [] } },
            "a policy that is no document": { policy: 7 },
            "a service that takes none": {
                ...WITHOUT,
                serviceName: "com.amazonaws.eu-central-1.oidc-eks",
            },
            "a service of which no source says that it takes one": {
                ...WITHOUT,
                serviceName: "com.amazonaws.eu-central-1.eks-auth",
            },
            "another service": { ...WITHOUT, serviceName: "com.amazonaws.eu-central-1.sts" },
            "a service name that is no text": { ...WITHOUT, serviceName: ["eks"] },
        };
        for (const [what, endpoint] of Object.entries(left)) {
            it(`leaves an endpoint alone with ${what}`, async () => {
                const stack = stackOf(network({ endpoint }));
                assert.deepEqual(await remediateAll(policy, stack, PERIMETER), []);
            });
        }

        it("sets a policy in the place of an empty text", async () => {
            const stack = stackOf(network({ endpoint: { policy: secret("") } }));
            const [done] = await remediateAll(policy, stack, PERIMETER);
            const text = renderPolicy(buildPerimeterPolicy("eks", PERIMETER));
            const { policy: given } = encode({ policy: secret(text) }, "preview");
            assert.deepEqual(done?.properties?.policy, given);
        });

        it("changes nothing where no perimeter is configured", async () => {
            const stack = stackOf(network({ endpoint: WITHOUT }));
            assert.deepEqual(await remediateAll(policy, stack), []);
            assert.deepEqual(await remediateAll(policy, stack, { accountIds: [] }), []);
        });

        it("changes nothing for values that name nobody, which policy-configuration reports once", async () => {
            const own = { organizationIds: ["o-short"], accountIds: ["1111-2222-3333"] };
            const resources = stackOf(network({ endpoint: WITHOUT }));
            assert.deepEqual(await remediateAll(policy, resources, own), []);
            const { diagnostics } = await analyze({
                policies: [policy, endpointPolicyPerimeter, policyConfiguration],
                resources,
                config: {
                    [policy.name]: { enforcementLevel: "remediate", ...own },
                    [endpointPolicyPerimeter.name]: { accountIds: ["12"] },
                },
            });
            const about = diagnostics.filter((found) => found.policy === policyConfiguration.name);
            assert.deepEqual(about.map(({ message }) => message.split("\n")[1]).sort(), [
                'Stack "test-dev": endpoint-policy-perimeter.accountIds[0]: "12" is not an account ID: twelve digits',
                'Stack "test-dev": endpoint-policy-required.accountIds[0]: "1111-2222-3333" is not an account ID: twelve digits',
                'Stack "test-dev": endpoint-policy-required.organizationIds[0]: "o-short" is not an organisation ID: ' +
                    "o- and 10 to 32 lower-case letters or digits",
            ]);
            assert.ok(diagnostics.some((found) => found.policy === policy.name));
        });
    });
});
