import assert from "node:assert/strict";

import { type Input, output } from "@pulumi/pulumi";

import { deploy, inputsOf } from "../../../support/deploySet";
import { valueOf } from "../../../support/runProgram";

const STREAM = "arn:aws:firehose:eu-central-1:444455556666:deliverystream/logs";
const OWN = STREAM.replace("444455556666", "111122223333");
const FLOW_LOG = "aws:ec2/flowLog:FlowLog";

function toStream(destinationArn: Input<string>) {
    return { flowLogs: { destination: "kinesis-data-firehose", destinationArn } } as const;
}

describe("flowLogs.destinationArn of a delivery stream", () => {
    for (const [how, given] of [
        ["plain", (arn: string) => arn],
        ["of a later value", (arn: string) => output(arn)],
    ] as const) {
        it(`is refused where another account owns the stream (${how})`, async () => {
            const { set, registrations } = await deploy(toStream(given(STREAM)));
            assert.deepEqual(inputsOf(registrations, FLOW_LOG), {});
            assert.ok(set.flowLogDestinationArn);
            await assert.rejects(
                valueOf(set.flowLogDestinationArn),
                /flowLogs\.destinationArn: is a stream of account 444455556666, and the flow log belongs to account 111122223333: /,
            );
        });

        it(`is taken where the own account does (${how})`, async () => {
            const { registrations } = await deploy(toStream(given(OWN)));
            const [log] = Object.values(inputsOf(registrations, FLOW_LOG));
            assert.equal(log?.logDestination, OWN);
        });
    }
});
