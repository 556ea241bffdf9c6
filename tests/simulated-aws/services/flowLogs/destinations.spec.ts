import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { textOf } from "../../../../simulated-aws/model/values";
import { Engine, network } from "../../support/engine";

describe("FlowLog to a bucket", () => {
    const withBucket = async (policy?: string) => {
        const engine = new Engine();
        const place = await network(engine);
        const bucket = await engine.create("s3.Bucket", { bucket: "flow-records" });
        if (policy !== undefined)
            await engine.create("s3.BucketPolicy", { bucket: bucket.id, policy });
        const inputs = {
            vpcId: place.vpc.id,
            trafficType: "ALL",
            logDestinationType: "s3",
            logDestination: "arn:aws:s3:::flow-records",
        };
        return { engine, bucket, create: () => engine.create("ec2.FlowLog", inputs) };
    };
    const statement = (action: string, resource: string, account: string) => ({
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: action,
        Resource: resource,
        Condition: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": `arn:aws:logs:eu-west-1:${account}:*` },
        },
    });
    const policyFor = (account: string) =>
        JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                statement("s3:PutObject", "arn:aws:s3:::flow-records/AWSLogs/*", account),
                statement("s3:GetBucketAcl", "arn:aws:s3:::flow-records", account),
            ],
        });

    it("is made when the bucket policy admits the delivery", async () => {
        const { create } = await withBucket(policyFor("111122223333"));
        await create();
    });

    it("is refused when the bucket policy admits another account's delivery", async () => {
        const { create } = await withBucket(policyFor("444455556666"));
        await assert.rejects(create(), {
            message:
                "operation error EC2: CreateFlowLogs, api error LogDestinationPermissionIssueException: " +
                "Access Denied for LogDestination: flow-records. Please check LogDestination permission",
        });
    });

    it("has AWS write a policy on a bucket without one", async () => {
        const { engine, bucket, create } = await withBucket();
        await create();
        assert.match(textOf(engine.refresh(bucket)?.outputs.policy), /AWSLogDeliveryWrite/);
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
