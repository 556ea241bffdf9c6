import assert from "node:assert/strict";
import { InputPropertiesError, output } from "@pulumi/pulumi";
import fc from "fast-check";
import { EksEndpointSetArgs } from "../../../sdk/endpoint-set/args";
import { resolveArgs } from "../../../sdk/endpoint-set/resolveArgs";

const OPEN =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}';

describe("resolveArgs with generated arguments", () => {
    it("finds a plan or an error for whatever is given", () => {
        fc.assert(
            fc.property(generatedArgs(), (args) => {
                try {
                    resolveArgs("eks", args as unknown as EksEndpointSetArgs);
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
    const odd = fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
    });
    const texts = fc.array(fc.oneof(fc.string(), fc.constant(output("later")), odd), {
        maxLength: 4,
    });
    const of = (...good: unknown[]): fc.Arbitrary<unknown> =>
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...good) }, odd);
    const service = fc.constantFrom(
        "eks",
        "eks-fips",
        "eks-auth",
        "oidc-eks",
        "eks-proxy",
        "s3",
        "__proto__",
    );
    const group = (fields: { [name: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<unknown> =>
        fc.oneof({ weight: 8, arbitrary: fc.record(fields, { requiredKeys: [] }) }, odd);
    return fc.record(
        {
            vpcId: of("vpc-1", output("vpc-1")),
            subnetIds: fc.oneof(fc.constant(["a", "b"]), texts, odd),
            services: fc.oneof(fc.array(service, { maxLength: 6 }), odd),
            ipAddressType: of("ipv4", "dualstack", "ipv6"),
            dnsRecordIpType: of("ipv4", "dualstack", "ipv6", "service-defined"),
            privateDnsEnabled: of(true, false),
            subnetSelection: of("exact", "supportedZones"),
            endpointPolicy: group({
                organizationIds: fc.oneof(fc.constant(["o-a1b2c3d4e5"]), texts),
                organizationPaths: texts,
                accountIds: fc.oneof(fc.constant(["111122223333"]), texts),
                actions: fc.dictionary(service, texts),
            }),
            policyDocuments: fc.dictionary(
                service,
                fc.oneof(fc.string(), fc.json(), fc.constant(OPEN), odd),
            ),
            ingress: group({
                cidrBlocks: fc.oneof(fc.constant(["10.0.0.0/8"]), texts),
                ipv6CidrBlocks: texts,
                sourceSecurityGroupIds: texts,
                prefixListIds: texts,
            }),
            securityGroupIds: fc.option(texts),
            flowLogs: group({
                enabled: of(true, false),
                destination: of("s3", "cloud-watch-logs", "kinesis-data-firehose"),
                destinationArn: of("arn:aws:s3:::logs", output("later")),
                retentionInDays: fc.oneof(fc.integer(), fc.double(), odd),
                maxAggregationInterval: of(60, 600),
                logFormat: of("${srcaddr}"),
            }),
            serviceNames: fc.dictionary(service, fc.oneof(fc.string(), odd)),
            region: of("eu-west-1"),
            verify: of(true, false),
            tags: fc.oneof(fc.dictionary(fc.string(), fc.string()), odd),
        },
        { requiredKeys: [] },
    );
}
