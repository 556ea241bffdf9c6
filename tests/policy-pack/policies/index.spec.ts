import assert from "node:assert/strict";

import { policies } from "../../../policy-pack/policies";
import { analyze } from "../support/analyzer";
import { network, stackOf } from "../support/resources";

describe("policies", () => {
    it("has these policies, in this order, at these levels", () => {
        assert.deepEqual(
            policies.map(({ name, enforcementLevel, severity }) =>
                [name, enforcementLevel, severity].join(" "),
            ),
            [
                "endpoint-policy-required mandatory high",
                "endpoint-policy-perimeter mandatory critical",
                "endpoint-policy-valid mandatory high",
                "endpoint-policy-least-privilege advisory medium",
                "endpoint-security-group-required mandatory high",
                "endpoint-ingress-https-only mandatory high",
                "endpoint-ingress-no-world mandatory critical",
                "endpoint-ingress-matches-ip-type mandatory medium",
                "endpoint-rules-described advisory low",
                "endpoint-egress-empty advisory low",
                "vpc-flow-logs-required mandatory medium",
                "vpc-flow-logs-unverified advisory low",
                "flow-logs-all-traffic mandatory medium",
                "flow-logs-retention mandatory medium",
                "flow-logs-encrypted disabled medium",
                "flow-logs-delivery-scoped mandatory high",
                "private-dns-enabled mandatory medium",
                "vpc-dns-attributes mandatory high",
                "ip-address-type-consistent mandatory medium",
                "policy-configuration mandatory high",
                "exemptions-in-use advisory low",
            ],
        );
    });

    for (const policy of policies) {
        it(`says of ${policy.name} what it is, what to do, and where to read more`, () => {
            assert.match(policy.description, /^[A-Z][^.]*\.$/);
            assert.match(policy.remediationSteps ?? "", /^[A-Z].*\.$/);
            assert.equal(
                policy.url,
                `https://www.npmjs.com/package/eks-privatelink-policies#${policy.name}`,
            );
        });

        it(`gives every config key of ${policy.name} a description, and a default but for exemptions`, () => {
            const { exemptions, ...own } = policy.configSchema?.properties ?? {};
            assert.deepEqual(exemptions?.type, "array");
            for (const [key, schema] of Object.entries(own)) {
                assert.match(schema.description ?? "", /\.$/, key);
                assert.notEqual(schema.default, undefined, key);
            }
        });
    }

    for (const phase of ["preview", "update"] as const) {
        it(`has nothing to say about a compliant stack (${phase})`, async () => {
            const everyLevel = Object.fromEntries(
                policies.map(({ name }) => [name, { enforcementLevel: "mandatory" }]),
            );
            const verdict = await analyze({
                policies,
                resources: stackOf(network()),
                phase,
                config: everyLevel,
            });
            assert.deepEqual(verdict, { diagnostics: [], notApplicable: [] });
        });
    }
});
