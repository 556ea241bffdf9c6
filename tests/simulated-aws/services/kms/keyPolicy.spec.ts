import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { Engine } from "../../support/engine";

const ROOT = "arn:aws:iam::111122223333:root";

const policyFor = (principal: Properties, action = "kms:*") =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: principal, Action: action, Resource: "*" }],
    });

const LOCKED = {
    message:
        /MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future\.$/,
};

describe("aws.kms.KeyPolicy", () => {
    it("is the policy of its key until it goes, and then the default one is", async () => {
        const engine = new Engine();
        const key = await engine.create("kms.Key", {});
        const policy = policyFor({ AWS: ROOT, Service: "delivery.logs.amazonaws.com" });
        const made = await engine.create("kms.KeyPolicy", { keyId: key.id, policy });
        const seen = () => textOf(engine.refresh(key)?.outputs.policy);
        assert.equal(seen(), policy);
        const other = policyFor({ AWS: ROOT });
        const next = await engine.update(made, { keyId: key.id, policy: other });
        assert.equal(seen(), other);
        await engine.delete(next);
        assert.equal(seen(), textOf(key.outputs.policy));
    });

    it("finds its key by ID or ARN, in its own account", async () => {
        const engine = new Engine();
        const key = await engine.create("kms.Key", {});
        const keyId = textOf(key.outputs.arn);
        const policy = policyFor({ AWS: ROOT });
        const made = await engine.create("kms.KeyPolicy", { keyId, policy });
        assert.deepEqual([made.id, made.outputs.keyId], [key.id, keyId]);
        const stranger = new Engine(engine.world, "444455556666");
        await assert.rejects(stranger.create("kms.KeyPolicy", { keyId, policy }), {
            message: `operation error KMS: PutKeyPolicy, api error NotFoundException: Key '${keyId}' does not exist`,
        });
    });

    it("keeps its account able to change it, unless it is told otherwise", async () => {
        const engine = new Engine();
        const policy = policyFor({ Service: "delivery.logs.amazonaws.com" });
        await assert.rejects(engine.create("kms.Key", { policy }), LOCKED);
        const key = await engine.create("kms.Key", {});
        const inputs = { keyId: key.id, policy };
        await assert.rejects(engine.create("kms.KeyPolicy", inputs), LOCKED);
        await assert.rejects(engine.update(key, { policy }), LOCKED);
        const narrow = policyFor({ AWS: ROOT }, "kms:Decrypt");
        await assert.rejects(engine.update(key, { policy: narrow }), LOCKED);
        const own = policyFor({ AWS: "arn:aws:iam::111122223333:role/deployer" }, "kms:Put*");
        await engine.update(key, { policy: own });
        await engine.create("kms.KeyPolicy", { ...inputs, bypassPolicyLockoutSafetyCheck: true });
    });
});
