import assert from "node:assert/strict";
import { InputPropertiesError, output } from "@pulumi/pulumi";
import fc from "fast-check";
import { EksEndpointShareArgs } from "../../../sdk/index";
import { resolveShareArgs } from "../../../sdk/sharing/resolveShareArgs";

describe("resolveShareArgs with generated arguments", () => {
    it("finds a plan or an error for whatever is given", () => {
        fc.assert(
            fc.property(generatedArgs(), (args) => {
                try {
                    resolveShareArgs("hub", args as unknown as EksEndpointShareArgs);
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
function generatedArgs(): fc.Arbitrary<object> {
    const odd = fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
    });
    const of = (...good: unknown[]): fc.Arbitrary<unknown> =>
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...good) }, odd);
    const service = fc.constantFrom("eks", "eks-fips", "eks-auth", "oidc-eks", "s3", "__proto__");
    const consumer = fc.record(
        {
            vpcId: of("vpc-1", "vpc-2", output("vpc-3")),
            accountId: of("111122223333", "444455556666", null),
            region: of("eu-west-1", "cn-north-1", output("eu-west-1")),
        },
        { requiredKeys: [] },
    );
    const name = fc.oneof(fc.constantFrom("orders", "billing", "__proto__"), fc.string());
    return fc.record(
        {
            connection: of({}, output({})),
            services: fc.oneof(fc.array(service, { maxLength: 6 }), odd),
            ipAddressType: of("ipv4", "dualstack", "ipv6"),
            consumers: fc.oneof(
                { weight: 6, arbitrary: fc.dictionary(name, fc.oneof(consumer, odd)) },
                odd,
            ),
            method: of("hostedZones", "profile"),
            principals: fc.oneof(
                fc.array(of("111122223333", "arn:aws:organizations::1:organization/o-1")),
                odd,
            ),
            region: of("eu-west-1", "us-gov-west-1", "cn-north-1", "us-iso-east-1"),
            tags: fc.oneof(fc.dictionary(fc.string(), fc.string()), odd),
        },
        { requiredKeys: [] },
    );
}
