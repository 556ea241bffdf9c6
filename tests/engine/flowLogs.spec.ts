import assert from "node:assert/strict";

import { EksEndpointSet, FlowLogDestination, type FlowLogs } from "eks-privatelink";

import { flowLogsCovering } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

describe("the flow log of an EksEndpointSet", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let network: { vpcId: string; subnetIds: string[] };
    let args: FlowLogs;

    before(async () => {
        network = await existingNetwork(engine());
        stack = await engine().stack("flow-logs", () => {
            const set = new EksEndpointSet("eks", { ...network, flowLogs: args });
            return { flowLogId: set.flowLogId, flowLogDestinationArn: set.flowLogDestinationArn };
        });
    });

    /** Deploys the set with one flow log or another. */
    async function deploy(flowLogs: FlowLogs): Promise<Run> {
        args = flowLogs;
        const run = await stack.up();
        assert.deepEqual(run.errors, []);
        return run;
    }

    /** What to make first, and the flow-log arguments that use it. */
    const DESTINATIONS: { [title: string]: () => Promise<FlowLogs> } = {
        "a log group that is created": () => Promise.resolve({}),
        "a log group of the user's own": async () => {
            const group = await engine().make("aws:cloudwatch/logGroup:LogGroup", { name: "own" });
            return { destinationArn: group.arn };
        },
        "a bucket that is created": () =>
            Promise.resolve({ destination: FlowLogDestination.S3, forceDestroy: true }),
        "a bucket of the user's own": async () => {
            const bucket = await engine().make("aws:s3/bucket:Bucket", { bucket: "own-flow-logs" });
            return {
                destination: FlowLogDestination.S3,
                destinationArn: bucket.arn,
            };
        },
        "a delivery stream": async () => {
            const stream = await engine().make(
                "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
                { name: "own", destination: "extended_s3" },
            );
            return {
                destination: FlowLogDestination.KinesisDataFirehose,
                destinationArn: stream.arn,
            };
        },
    };

    for (const [title, prepare] of Object.entries(DESTINATIONS)) {
        it(`records every endpoint interface in ${title}`, async () => {
            const flowLogs = await prepare();
            const { outputs } = await deploy(flowLogs);
            const { world } = engine();
            const { networkInterfaces } = world.objects;
            assert.equal(Object.keys(networkInterfaces).length, 6);
            for (const id of Object.keys(networkInterfaces)) {
                const [log, ...others] = flowLogsCovering(world, id);
                assert.deepEqual(others, []);
                assert.equal(log?.deliveryProblem, undefined);
                assert.equal(log?.flowLogId, outputs.flowLogId);
                assert.equal(log?.logDestination, outputs.flowLogDestinationArn);
            }
            if (flowLogs.destinationArn !== undefined) {
                assert.equal(outputs.flowLogDestinationArn, flowLogs.destinationArn);
            }
        });
    }

    it("is not created beside an existing one", async () => {
        const { outputs } = await deploy({ existingFlowLogId: "fl-0123456789abcdef0" });
        assert.deepEqual(engine().world.objects.flowLogs, {});
        assert.equal(outputs.flowLogId, "fl-0123456789abcdef0");
        assert.equal(outputs.flowLogDestinationArn, undefined);
    });

    it("is delivered by a role that cannot create log groups", async () => {
        await deploy({});
        const [role, ...others] = Object.values(engine().world.objects.roles);
        const [document = "{}"] = Object.values(role?.inlinePolicies ?? {});
        const { Statement } = JSON.parse(document) as { Statement: { Action: string[] }[] };
        assert.deepEqual(others, []);
        assert.deepEqual(Statement.flatMap(({ Action }) => Action).sort(), [
            "logs:CreateLogStream",
            "logs:DescribeLogGroups",
            "logs:DescribeLogStreams",
            "logs:PutLogEvents",
        ]);
    });
});
