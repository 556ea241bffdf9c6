import assert from "node:assert/strict";

import { fipsEndpointsOnly as policy } from "../../../../policy-pack/policies/cluster/fipsEndpointsOnly";
import { analyze } from "../../support/analyzer";
import { judge } from "../../support/judge";
import { network, REGION, stackOf } from "../../support/resources";
import { later, type TestResource } from "../../support/testResource";

const ON = { config: { [policy.name]: { enforcementLevel: "mandatory" } } };

function withService(serviceName: unknown): TestResource[] {
    return stackOf(network({ endpoint: { serviceName } }));
}

describe("fipsEndpointsOnly", () => {
    it("is silent by default", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("accepts the FIPS endpoint", async () => {
        const resources = withService(`com.amazonaws.${REGION}.eks-fips`);
        assert.deepEqual(await judge(policy, resources, ON), []);
    });

    it("accepts the plain endpoint in GovCloud, whose host is the FIPS host", async () => {
        const resources = withService("com.amazonaws.us-gov-west-1.eks");
        assert.deepEqual(await judge(policy, resources, ON), []);
    });

    it("rejects the plain endpoint elsewhere", async () => {
        assert.deepEqual(await judge(policy, stackOf(network()), ON), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": serviceName: names eks, whose host eks.${REGION}.amazonaws.com is not the FIPS one; ` +
                    "name eks-fips instead",
            ],
        ]);
    });

    for (const service of ["eks-auth", "oidc-eks", "eks-proxy"]) {
        it(`does not apply to ${service}, which has no FIPS endpoint`, async () => {
            const resources = withService(`com.amazonaws.${REGION}.${service}`);
            const verdict = await analyze({ policies: [policy], resources, ...ON });
            assert.deepEqual(verdict.diagnostics, []);
            assert.deepEqual(
                verdict.notApplicable.map(({ reason }) => reason),
                [`VpcEndpoint "eks" is of ${service}, which has no FIPS endpoint`],
            );
        });
    }

    it("does not guess at an unknown service", async () => {
        assert.deepEqual(await judge(policy, withService(later("x")), ON), [
            [
                "advisory",
                "eks",
                "can't run policy 'fips-endpoints-only' from policy pack 'eks-privatelink@v0.0.0' during preview: " +
                    "string value at .serviceName can't be known during preview",
            ],
        ]);
    });

    it("says nothing about malformed names", async () => {
        for (const serviceName of [5, [], "com.amazonaws..eks", "com.amazonaws.mars-north-1.eks"]) {
            assert.deepEqual(await judge(policy, withService(serviceName), ON), []);
        }
    });
});
