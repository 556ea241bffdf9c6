import assert from "node:assert/strict";
import { InputPropertiesError, output } from "@pulumi/pulumi";
import fc from "fast-check";
import { EksEndpointConsumerArgs } from "../../../sdk/index";
import { resolveConsumerArgs } from "../../../sdk/sharing/resolveConsumerArgs";
import { connection } from "../../support/connection";

describe("resolveConsumerArgs with generated arguments", () => {
    it("finds a plan or an error for whatever is given", () => {
        fc.assert(
            fc.property(generatedArgs(), (args) => {
                try {
                    resolveConsumerArgs("spoke", args as EksEndpointConsumerArgs);
                } catch (error) {
                    assert.ok(InputPropertiesError.isInstance(error), String(error));
                    assert.ok(error.errors.every(({ reason }) => reason.length > 0));
                }
            }),
            { numRuns: 5_000 },
        );
    });
});

/** Arguments as programs without a compiler may give them: right, nearly right, and anything at all. */
function generatedArgs(): fc.Arbitrary<unknown> {
    const odd = fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
    });
    const of = (...good: unknown[]): fc.Arbitrary<unknown> =>
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...good) }, odd);
    const service = of("eks", "eks-fips", "eks-auth", "oidc-eks", "eks-proxy", "__proto__");
    return fc.oneof(
        {
            weight: 9,
            arbitrary: fc.record(
                {
                    connection: of(connection(), output(connection()), { schemaVersion: 1 }),
                    vpcId: of("vpc-1", output("vpc-1")),
                    services: fc.oneof(fc.array(service, { maxLength: 6 }), odd),
                    method: of("hostedZones", "profile", "__proto__"),
                    region: of("eu-west-1", "cn-north-1", "us-iso-east-1", "eusc-de-east-1"),
                    verify: of(true, false),
                    tags: fc.oneof(fc.dictionary(fc.string(), fc.string()), odd),
                },
                { requiredKeys: [] },
            ),
        },
        odd,
    );
}
