import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { flowLogsCovering } from "../../../../simulated-aws/packet/flowLogsCovering";
import { endpointInputs, Engine, network } from "../../support/engine";

describe("FlowLog to a bucket", () => {
    const withBucket = async (policy?: string) => {
        const engine = new Engine();
        const place = await network(engine);
        const bucket = await engine.create("s3.Bucket", { bucket: "flow-records" });
        if (policy !== undefined) {
            await engine.create("s3.BucketPolicy", { bucket: bucket.id, policy });
        }
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

describe("FlowLog to a delivery stream", () => {
    const ROLE = "arn:aws:iam::111122223333:role/deliver";
    const THEIRS = "arn:aws:iam::444455556666:role/take";

    async function withStream(owner: string) {
        const engine = new Engine();
        const theirs = new Engine(engine.world, owner);
        const place = await network(engine, "a");
        await engine.create("ec2.VpcEndpoint", endpointInputs(place));
        const stream = await theirs.create("kinesis.FirehoseDeliveryStream", {
            name: "flows",
            destination: "extended_s3",
        });
        const create = (more: Properties = {}) =>
            engine.create("ec2.FlowLog", {
                vpcId: place.vpc.id,
                trafficType: "ALL",
                logDestinationType: "kinesis-data-firehose",
                logDestination: stream.outputs.arn,
                ...more,
            });
        const problem = () => {
            const [id = ""] = Object.keys(engine.world.objects.networkInterfaces);
            return flowLogsCovering(engine.world, id)[0]?.deliveryProblem;
        };
        return { theirs, stream, create, problem };
    }

    it("of its own account needs no role", async () => {
        const { create, problem } = await withStream("111122223333");
        await create();
        assert.equal(problem(), undefined);
    });

    it("of another account needs a role in each", async () => {
        const { create, problem } = await withStream("444455556666");
        const refused = {
            message:
                "operation error EC2: CreateFlowLogs, api error InvalidParameter: The delivery stream belongs to " +
                "444455556666: DeliverLogsPermissionArn and DeliverCrossAccountRole are required.",
        };
        await assert.rejects(create(), refused);
        await assert.rejects(create({ iamRoleArn: ROLE }), refused);
        const made = await create({ iamRoleArn: ROLE, deliverCrossAccountRole: THEIRS });
        assert.equal(made.outputs.deliverCrossAccountRole, THEIRS);
        assert.equal(problem(), undefined);
    });

    it("does not deliver once the stream is gone", async () => {
        const { theirs, stream, create, problem } = await withStream("111122223333");
        await create();
        await theirs.delete(stream);
        assert.equal(problem(), `the delivery stream ${stream.id} does not exist`);
    });
});
