import assert from "node:assert/strict";

import { policies } from "../../../policy-pack/policies";
import { analyze } from "../support/analyzer";
import { compliantStack } from "../support/resources";

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
                "endpoint-ingress-covers-vpc advisory medium",
                "endpoint-rules-within-quota mandatory medium",
                "endpoint-rules-described advisory low",
                "endpoint-egress-empty advisory low",
                "endpoint-rules-in-one-place mandatory high",
                "vpc-flow-logs-required mandatory medium",
                "vpc-flow-logs-unverified advisory low",
                "flow-logs-all-traffic mandatory medium",
                "flow-logs-retention mandatory medium",
                "flow-logs-encrypted disabled medium",
                "flow-logs-deliverable mandatory medium",
                "flow-logs-key-usable mandatory medium",
                "flow-logs-delivery-scoped mandatory high",
                "private-dns-enabled mandatory medium",
                "vpc-dns-attributes mandatory high",
                "private-dns-unique mandatory high",
                "shadowed-hosts-resolvable advisory medium",
                "hosted-zones-complete mandatory medium",
                "ip-address-type-consistent mandatory medium",
                "subnets-match-ip-type mandatory medium",
                "endpoint-multi-zone mandatory medium",
                "endpoint-type-interface mandatory medium",
                "endpoint-in-one-vpc mandatory medium",
                "service-available mandatory medium",
                "share-inside-organization mandatory high",
                "zone-association-possible mandatory medium",
                "zone-association-authorized mandatory high",
                "cluster-private-access mandatory high",
                "cluster-endpoints-present advisory medium",
                "fips-endpoints-only disabled medium",
                "resources-unread advisory low",
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
            // A stack has the FIPS endpoint or the plain one; this one has the plain one.
            const strict = policies.filter(({ name }) => name !== "fips-endpoints-only");
            const everyLevel = Object.fromEntries(
                strict.map(({ name }) => [name, { enforcementLevel: "mandatory" }]),
            );
            const { diagnostics, notApplicable } = await analyze({
                policies: strict,
                resources: compliantStack(),
                phase,
                config: everyLevel,
            });
            assert.deepEqual(diagnostics, []);
            assert.deepEqual(
                new Set(notApplicable.map(({ reason }) => reason)),
                new Set([
                    'VpcEndpoint "oidc-eks": oidc-eks takes no endpoint policy',
                    'LogGroup "flow-logs" is encrypted with arn:aws:kms:eu-central-1:111122223333:key/k, which is not in this ' +
                        "stack",
                ]),
            );
        });
    }
});
