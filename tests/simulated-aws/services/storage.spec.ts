import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../simulated-aws/model/values";
import { Engine } from "../support/engine";

const TRUST = { Version: "2012-10-17", Statement: [] };

describe("Bucket", () => {
    it("has a name that nobody else has, in any account", async () => {
        const engine = new Engine();
        await engine.create("s3.Bucket", { bucket: "flow-records" });
        const again = (by: Engine) => by.create("s3.Bucket", { bucket: "flow-records" });
        await assert.rejects(again(engine), { message: /BucketAlreadyOwnedByYou/ });
        await assert.rejects(again(new Engine(engine.world, "444455556666")), {
            message:
                "operation error S3: CreateBucket, api error BucketAlreadyExists: The requested bucket name is not available.",
        });
    });

    it("refuses a name that S3 does not take", () => {
        assert.throws(() => new Engine().check("s3.Bucket", { bucket: "Flow_Records" }), {
            message: 'bucket: "Flow_Records" is not a valid S3 bucket name',
        });
    });

    it("goes only when it is empty, unless it is told otherwise", async () => {
        const engine = new Engine();
        const made = await engine.create("s3.Bucket", { bucket: "flow-records" });
        const found = engine.world.objects.buckets["flow-records"];
        assert.ok(found);
        engine.world.objects.buckets["flow-records"] = { ...found, objectCount: 1 };
        await assert.rejects(engine.delete(made), { message: /BucketNotEmpty/ });
        await engine.delete(
            await engine.update(made, { bucket: "flow-records", forceDestroy: true }),
        );
        assert.deepEqual(engine.world.objects.buckets, {});
    });

    it("keeps its parts apart, each gone with its own resource", async () => {
        const engine = new Engine();
        await engine.create("s3.Bucket", { bucket: "flow-records" });
        const inputs = { bucket: "flow-records", versioningConfiguration: { status: "Enabled" } };
        const versioning = await engine.create("s3.BucketVersioning", inputs);
        const block = await engine.create("s3.BucketPublicAccessBlock", {
            bucket: "flow-records",
            blockPublicAcls: true,
        });
        assert.deepEqual(engine.diff(versioning, inputs).changed, []);
        await engine.delete(versioning);
        assert.equal(engine.refresh(versioning), undefined);
        assert.equal(engine.refresh(block)?.outputs.blockPublicAcls, true);
    });

    for (const [type, given] of [
        ["s3.BucketOwnershipControls", { rule: { objectOwnership: "BucketOwnerEnforced" } }],
        ["s3.BucketLifecycleConfiguration", { rules: [{ id: "a", expiration: { days: 30 } }] }],
    ] as const) {
        it(`has ${type} as it was told`, async () => {
            const engine = new Engine();
            const inputs = { bucket: "flow-records", ...given } as Properties;
            await assert.rejects(engine.create(type, inputs), { message: /NoSuchBucket/ });
            await engine.create("s3.Bucket", { bucket: "flow-records" });
            const made = await engine.create(type, inputs);
            assert.deepEqual(engine.diff(engine.refresh(made) ?? made, inputs).changed, []);
            await engine.delete(made);
            assert.equal(engine.refresh(made), undefined);
        });
    }

    it("takes no policy about another bucket", async () => {
        const engine = new Engine();
        await engine.create("s3.Bucket", { bucket: "flow-records" });
        const Resource = "arn:aws:s3:::flow-records-of-others/*";
        const policy = { Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource }] };
        await assert.rejects(engine.create("s3.BucketPolicy", { bucket: "flow-records", policy }), {
            message:
                "operation error S3: PutBucketPolicy, api error MalformedPolicy: Policy has invalid resource",
        });
    });
});

describe("Role", () => {
    it("writes a trust policy out that was given as an object", async () => {
        const made = await new Engine().create("iam.Role", { assumeRolePolicy: TRUST });
        assert.equal(made.outputs.assumeRolePolicy, JSON.stringify(TRUST));
    });

    it("stays while it has inline policies", async () => {
        const engine = new Engine();
        const role = await engine.create("iam.Role", { assumeRolePolicy: TRUST });
        const policy = await engine.create("iam.RolePolicy", { role: role.id, policy: TRUST });
        await assert.rejects(engine.delete(role), {
            message:
                "operation error IAM: DeleteRole, api error DeleteConflict: Cannot delete entity, must delete policies first.",
        });
        await engine.delete(policy);
        await engine.delete(role);
        assert.deepEqual(engine.world.objects.roles, {});
    });

    it("is known in every region of its account", async () => {
        const engine = new Engine();
        const role = await engine.create("iam.Role", { name: "flows", assumeRolePolicy: TRUST });
        const elsewhere = new Engine(engine.world, undefined, "us-east-1");
        assert.equal(elsewhere.refresh(role)?.outputs.arn, "arn:aws:iam::111122223333:role/flows");
        assert.equal(new Engine(engine.world, "444455556666").refresh(role), undefined);
    });
});

describe("Key", () => {
    it("has a policy of its own when none is given, and rotates in place", async () => {
        const engine = new Engine();
        const made = await engine.create("kms.Key", {});
        assert.match(JSON.stringify(made.outputs.policy), /arn:aws:iam::111122223333:root/);
        const found = engine.diff(made, { enableKeyRotation: true });
        assert.deepEqual([found.changed, found.replaces], [["enableKeyRotation"], []]);
    });
});

describe("FirehoseDeliveryStream", () => {
    it("is kept as it was told, under its ARN", async () => {
        const engine = new Engine();
        const extendedS3Configuration = {
            bucketArn: "arn:aws:s3:::b",
            roleArn: "arn:aws:iam::1:role/r",
        };
        const inputs = { name: "flows", destination: "extended_s3", extendedS3Configuration };
        const made = await engine.create("kinesis.FirehoseDeliveryStream", inputs);
        assert.equal(made.id, "arn:aws:firehose:eu-west-1:111122223333:deliverystream/flows");
        assert.deepEqual(engine.diff(engine.refresh(made) ?? made, inputs).changed, []);
    });
});
