import assert from "node:assert/strict";

import { flowLogsEncrypted as policy } from "../../../../policy-pack/policies/flow-logs/flowLogsEncrypted";
import { judge } from "../../support/judge";
import { bucket, bucketEncryption, network, stackOf } from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

const config = { [policy.name]: { enforcementLevel: "mandatory" } };

/** The compliant stack with its flow logs in a bucket of this encryption. */
function inBucket(sseAlgorithm?: unknown): TestResource[] {
    const logs = bucket();
    const encryption = bucketEncryption({
        bucket: outputOf(logs, "bucket"),
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm } }],
    });
    const log = { logDestinationType: "s3", logDestination: outputOf(logs, "arn") };
    return stackOf(network({ log }), logs, ...(sseAlgorithm === undefined ? [] : [encryption]));
}

const UNENCRYPTED =
    'Bucket "logs": has no default encryption with a KMS key; ' +
    "add a BucketServerSideEncryptionConfiguration with sseAlgorithm aws:kms";

describe("flowLogsEncrypted", () => {
    it("is off by default", () => {
        assert.equal(policy.enforcementLevel, "disabled");
    });

    it("accepts a log group with a key", async () => {
        assert.deepEqual(await judge(policy, stackOf(network()), { config }), []);
    });

    it("rejects a log group without key", async () => {
        const stack = network({ logGroup: { kmsKeyId: undefined } });
        assert.deepEqual(await judge(policy, stackOf(stack), { config }), [
            ["mandatory", "flow-logs", 'LogGroup "flow-logs": has no KMS key; set kmsKeyId'],
        ]);
    });

    it("accepts a bucket that encrypts with a key", async () => {
        assert.deepEqual(await judge(policy, inBucket("aws:kms"), { config }), []);
    });

    for (const sseAlgorithm of ["AES256", undefined]) {
        it(`rejects a bucket that encrypts with ${sseAlgorithm ?? "nothing said"}`, async () => {
            assert.deepEqual(await judge(policy, inBucket(sseAlgorithm), { config }), [
                ["mandatory", "logs", UNENCRYPTED],
            ]);
        });
    }

    const byKms = { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } };
    const inline: [type: string, inputs: object][] = [
        ["bucket", { serverSideEncryptionConfiguration: { rule: byKms } }],
        ["bucketV2", { serverSideEncryptionConfigurations: [{ rules: [byKms] }] }],
    ];
    for (const [kind, inputs] of inline) {
        it(`accepts a key that stands in the ${kind} itself`, async () => {
            const stack = inBucket().map((resource) =>
                resource.name === "logs"
                    ? {
                          ...resource,
                          type: `aws:s3/${kind}:${kind.replace("b", "B")}`,
                          inputs: { ...inputs },
                      }
                    : resource,
            );
            assert.deepEqual(await judge(policy, stack, { config, phase: "update" }), []);
        });
    }

    it("does not guess at an encryption of the bucket itself that preview does not know", async () => {
        const stack = inBucket().map((resource) =>
            resource.name === "logs"
                ? { ...resource, inputs: { serverSideEncryptionConfiguration: later({}) } }
                : resource,
        );
        assert.deepEqual(await judge(policy, stack, { config }), [
            [
                "advisory",
                "logs",
                'Bucket "logs": not judged yet: ' +
                    "string value at .serverSideEncryptionConfiguration can't be known during preview",
            ],
        ]);
    });

    it("does not guess at an unknown key", async () => {
        const stack = network({ logGroup: { kmsKeyId: later("arn") } });
        assert.deepEqual(await judge(policy, stackOf(stack), { config }), [
            [
                "advisory",
                "flow-logs",
                'LogGroup "flow-logs": not judged yet: string value at .kmsKeyId can\'t be known during preview',
            ],
        ]);
    });

    it("does not guess at an unknown algorithm", async () => {
        assert.deepEqual(await judge(policy, inBucket(later("aws:kms")), { config }), [
            [
                "advisory",
                "logs",
                'Bucket "logs": not judged yet: ' +
                    "string value at .rules.0.applyServerSideEncryptionByDefault.sseAlgorithm can't be known during preview",
            ],
        ]);
    });

    for (const kmsKeyId of [7, {}, ""]) {
        it(`takes a malformed key for none: ${JSON.stringify(kmsKeyId)}`, async () => {
            const stack = stackOf(network({ logGroup: { kmsKeyId } }));
            assert.deepEqual(await judge(policy, stack, { config }), [
                ["mandatory", "flow-logs", 'LogGroup "flow-logs": has no KMS key; set kmsKeyId'],
            ]);
        });
    }

    for (const rules of ["aws:kms", [7], [{ applyServerSideEncryptionByDefault: "aws:kms" }]]) {
        it(`takes a malformed encryption for none: ${JSON.stringify(rules)}`, async () => {
            const stack = inBucket("aws:kms").map((resource) =>
                "rules" in resource.inputs
                    ? { ...resource, inputs: { ...resource.inputs, rules } }
                    : resource,
            );
            assert.deepEqual(await judge(policy, stack, { config }), [
                ["mandatory", "logs", UNENCRYPTED],
            ]);
        });
    }
});
