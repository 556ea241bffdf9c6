import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../simulated-aws/model/values";
import { Engine } from "../support/engine";

const NAME = "flow-records";
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/k";

describe("the older form of a bucket", () => {
    it("is the same bucket, with parts as lists of one", async () => {
        const engine = new Engine();
        const encryption = { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY };
        const serverSideEncryptionConfigurations = [
            { rules: [{ applyServerSideEncryptionByDefaults: [encryption] }] },
        ];
        const inputs = { bucket: NAME, serverSideEncryptionConfigurations };
        const made = await engine.create("s3.BucketV2", inputs);
        assert.deepEqual(
            made.outputs.serverSideEncryptionConfigurations,
            serverSideEncryptionConfigurations,
        );
        assert.deepEqual(engine.world.objects.buckets[NAME]?.settings.inline, {
            serverSideEncryptionConfiguration: {
                rule: {
                    bucketKeyEnabled: undefined,
                    applyServerSideEncryptionByDefault: encryption,
                },
            },
        });
        assert.deepEqual(engine.diff(made, inputs).changed, []);
        await assert.rejects(
            engine.create("s3.Bucket", { bucket: NAME }),
            /BucketAlreadyOwnedByYou/,
        );
        await engine.delete(await engine.update(made, { ...inputs, tags: { a: "b" } }));
        assert.deepEqual(engine.world.objects.buckets, {});
    });

    const parts: [older: string, newer: string, Properties][] = [
        [
            "s3.BucketVersioningV2",
            "s3.BucketVersioning",
            { versioningConfiguration: { status: "Enabled" } },
        ],
        [
            "s3.BucketServerSideEncryptionConfigurationV2",
            "s3.BucketServerSideEncryptionConfiguration",
            { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
        ],
        [
            "s3.BucketLifecycleConfigurationV2",
            "s3.BucketLifecycleConfiguration",
            { rules: [{ id: "a", expiration: { days: 30 } }] },
        ],
        ["s3.BucketLoggingV2", "s3.BucketLogging", { targetBucket: "logs", targetPrefix: "a/" }],
    ];
    for (const [older, newer, given] of parts) {
        it(`has ${older} in place of ${newer}`, async () => {
            const engine = new Engine();
            await engine.create("s3.Bucket", { bucket: NAME });
            const made = await engine.create(older, { bucket: NAME, ...given });
            assert.ok(engine.refresh({ ...made, type: newer }));
            await engine.delete(made);
            assert.equal(engine.refresh({ ...made, type: newer }), undefined);
        });
    }
});

describe("the ACL of a bucket", () => {
    for (const type of ["s3.BucketAcl", "s3.BucketAclV2"]) {
        it(`is refused as ${type} until the bucket lets others own objects, and the public in`, async () => {
            const engine = new Engine();
            await engine.create("s3.Bucket", { bucket: NAME });
            const create = (acl: string) => engine.create(type, { bucket: NAME, acl });
            await assert.rejects(create("private"), {
                message:
                    "operation error S3: PutBucketAcl, api error AccessControlListNotSupported: The bucket does not allow ACLs",
            });
            await engine.create("s3.BucketOwnershipControls", {
                bucket: NAME,
                rule: { objectOwnership: "BucketOwnerPreferred" },
            });
            await assert.rejects(create("public-read"), /AccessDenied/);
            const made = await create("private");
            await engine.create("s3.BucketPublicAccessBlock", { bucket: NAME });
            const open = await engine.update(made, { bucket: NAME, acl: "public-read" });
            assert.equal(open.outputs.acl, "public-read");
        });
    }
});
