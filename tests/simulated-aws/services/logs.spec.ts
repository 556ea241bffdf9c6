import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { textOf } from "../../../simulated-aws/model/values";
import { Engine } from "../support/engine";

const keyPolicy = (logGroup: string) =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { AWS: "arn:aws:iam::111122223333:root" },
                Action: "kms:*",
                Resource: "*",
            },
            {
                Effect: "Allow",
                Principal: { Service: "logs.eu-west-1.amazonaws.com" },
                Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
                Resource: "*",
                Condition: {
                    ArnLike: {
                        "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:111122223333:log-group:${logGroup}`,
                    },
                },
            },
        ],
    });

async function withKey(logGroup = "*") {
    const engine = new Engine();
    const key = await engine.create("kms.Key", { policy: keyPolicy(logGroup) });
    const create = (kmsKeyId: string) =>
        engine.create("cloudwatch.LogGroup", { name: "flows", kmsKeyId });
    return { engine, key, arn: textOf(key.outputs.arn), create };
}

const REFUSED = {
    message:
        /api error InvalidParameterException: The specified KMS key does not exist or is not allowed to be used with LogGroup 'arn:aws:logs:eu-west-1:111122223333:log-group:flows'$/,
};

describe("the key of a log group", () => {
    it("admits CloudWatch Logs", async () => {
        const { create, arn } = await withKey();
        assert.equal((await create(arn)).outputs.kmsKeyId, arn);
    });

    it("is refused when it admits other log groups only, or nobody", async () => {
        const { engine, create, arn } = await withKey("other");
        await assert.rejects(create(arn), REFUSED);
        const closed = await engine.create("kms.Key", {});
        await assert.rejects(create(textOf(closed.outputs.arn)), REFUSED);
    });

    it("is named by the ARN of an enabled key, not by an ID or an alias", async () => {
        const { engine, key, create, arn } = await withKey();
        await assert.rejects(create(key.id), REFUSED);
        await assert.rejects(create("arn:aws:kms:eu-west-1:111122223333:alias/flows"), REFUSED);
        await engine.update(key, { policy: keyPolicy("*"), isEnabled: false });
        await assert.rejects(create(arn), REFUSED);
    });

    it("is looked at again only when another one is named", async () => {
        const { engine, key, create, arn } = await withKey();
        const group = await create(arn);
        await engine.update(key, { policy: keyPolicy("other") });
        const inputs = { name: "flows", kmsKeyId: arn };
        await engine.update(group, { ...inputs, retentionInDays: 30 });
        const closed = await engine.create("kms.Key", {});
        const other = { ...inputs, kmsKeyId: textOf(closed.outputs.arn) };
        await assert.rejects(engine.update(group, other), REFUSED);
    });
});

describe("LogGroup", () => {
    it("refuses a name that is taken", async () => {
        const engine = new Engine();
        await engine.create("cloudwatch.LogGroup", { name: "one" });
        await assert.rejects(engine.create("cloudwatch.LogGroup", { name: "one" }), {
            message:
                "operation error CloudWatch Logs: CreateLogGroup, api error ResourceAlreadyExistsException: " +
                "The specified log group already exists",
        });
    });

    it("refuses a retention that CloudWatch does not know", () => {
        const engine = new Engine();
        assert.throws(() => engine.check("cloudwatch.LogGroup", { retentionInDays: 100 }), {
            message:
                /^retentionInDays: expected retentionInDays to be one of \[0 1 3 .* 3653\], got 100$/,
        });
    });

    it("changes its retention in place and is replaced for its name", async () => {
        const engine = new Engine();
        const made = await engine.create("cloudwatch.LogGroup", {
            name: "one",
            retentionInDays: 30,
        });
        const found = engine.diff(made, { name: "two", retentionInDays: 90 });
        assert.deepEqual([found.changed, found.replaces], [["retentionInDays", "name"], ["name"]]);
    });
});
