import assert from "node:assert/strict";
import { InputPropertiesError, output } from "@pulumi/pulumi";
import fc from "fast-check";
import { EksInboundDnsArgs } from "../../../sdk/index";
import { resolveArgs } from "../../../sdk/on-premises/resolveArgs";
import { connection } from "../../support/connection";

describe("resolveArgs of EksInboundDns with generated arguments", () => {
    it("finds a plan or an error for whatever is given", () => {
        fc.assert(
            fc.property(generatedArgs(), (args) => {
                try {
                    resolveArgs("dns", args as unknown as EksInboundDnsArgs);
                } catch (error) {
                    assert.ok(InputPropertiesError.isInstance(error), String(error));
                    assert.ok(error.errors.every(({ reason }) => reason.length > 0));
                }
            }),
            { numRuns: 10_000 },
        );
    });
});

/** Arguments as programs without a compiler may give them: right, nearly right, and anything at all. */
function generatedArgs(): fc.Arbitrary<object> {
    const odd = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
    const of = (...good: unknown[]): fc.Arbitrary<unknown> =>
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...good) }, odd);
    const texts = fc.oneof(
        fc.array(fc.oneof(fc.string(), fc.constant(output("later")), odd), { maxLength: 4 }),
        odd,
    );
    const ranges = fc.oneof(
        fc.constantFrom(["10.0.0.0/8"], ["2001:db8::/56"], ["0.0.0.0/0"], output(["later"])),
        texts,
    );
    return fc.record(
        {
            vpcId: of("vpc-1", output("vpc-1")),
            subnetIds: fc.oneof(fc.constant(["a", "b"]), texts),
            connection: of(connection(), output(connection())),
            ingress: fc.oneof(
                fc.record({ cidrBlocks: ranges, ipv6CidrBlocks: ranges }, { requiredKeys: [] }),
                odd,
            ),
            ipAddressType: of("ipv4", "dualstack", "ipv6"),
            region: of("eu-west-1", output("eu-west-1")),
            verify: of(true, false),
            tags: fc.oneof(fc.dictionary(fc.string(), fc.string()), odd),
        },
        { requiredKeys: [] },
    );
}
