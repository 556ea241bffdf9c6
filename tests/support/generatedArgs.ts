import assert from "node:assert/strict";

import { InputPropertiesError, output } from "@pulumi/pulumi";
import fc from "fast-check";

import { ALL_SERVICES } from "../../sdk/domain/services";
import { connection } from "./connection";

/** Anything at all, as programs without a compiler may give it. */
export const odd = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
});

/** Mostly one of these, sometimes anything. */
export function of(...good: unknown[]): fc.Arbitrary<unknown> {
    return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...good) }, odd);
}

/** Lists of texts, Outputs and anything. */
export const texts = fc.array(fc.oneof(fc.string(), fc.constant(output("later")), odd), {
    maxLength: 4,
});

/** A service, or what is none. */
export const service = fc.constantFrom(...ALL_SERVICES, "s3", "__proto__");

/** Mostly lists of services. */
export const services = fc.oneof(fc.array(service, { maxLength: 6 }), odd);

/** Mostly maps of texts. */
export const tags = fc.oneof(fc.dictionary(fc.string(), fc.string()), odd);

/** What a share and a consumer both take. */
export const sharingFields = {
    connection: of({}, connection(), output(connection()), { schemaVersion: 1 }),
    services,
    method: of("hostedZones", "profile", "__proto__"),
    region: of("eu-west-1", "us-gov-west-1", "cn-north-1", "us-iso-east-1", "eusc-de-east-1"),
    tags,
};

/** Mostly objects of which each field may be missing. */
export function group(fields: { [name: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<unknown> {
    const arbitrary = fc.record(fields, { requiredKeys: [] });
    return fc.oneof({ weight: 8, arbitrary }, odd);
}

/** Proves that a function ends in a result or in problems with reasons, whatever arguments it is given. */
export function assertNeverOdd(
    fields: { [name: string]: fc.Arbitrary<unknown> },
    resolve: (args: never) => unknown,
): void {
    fc.assert(
        fc.property(group(fields), (args) => {
            try {
                resolve(args as never);
            } catch (error) {
                assert.ok(InputPropertiesError.isInstance(error), String(error));
                assert.ok(error.errors.every(({ reason }) => reason.length > 0));
            }
        }),
        { numRuns: 5_000 },
    );
}
