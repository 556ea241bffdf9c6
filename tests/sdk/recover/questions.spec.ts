import assert from "node:assert/strict";

import { ComponentResource } from "@pulumi/pulumi";

import { QUESTIONS } from "../../../sdk/recover/questions";
import { DEFAULT_ACCOUNT, memoryStore, Provider } from "../../../simulated-aws/index";
import { createNetwork } from "../../support/network";
import { runProgram } from "../../support/runProgram";

const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const TAGS = { "eks-privatelink": "acme/network/dev/EksEndpointSet/eks" };

describe("what AWS has with the tag of a pending flow log", () => {
    for (const [count, kind] of [
        [0, "absent"],
        [1, "found"],
        [2, "unclear"],
    ] as const) {
        it(`is ${kind} where it has ${count}`, async () => {
            const { world, vpcId } = await createNetwork();
            const config = { account: DEFAULT_ACCOUNT, region: "eu-central-1", defaultTags: {} };
            const provider = new Provider(memoryStore(world), config);
            const { outputs } = await provider.create(
                "aws:s3/bucket:Bucket",
                { bucket: "b" },
                false,
            );
            const to = { logDestinationType: "s3", logDestination: outputs.arn as string };
            const ids: string[] = [];
            for (const trafficType of ["ALL", "REJECT"].slice(0, count)) {
                const inputs = { vpcId, trafficType, ...to, tags: TAGS };
                ids.push((await provider.create(FLOW_LOG, inputs, false)).id);
            }
            const ask = () => {
                const parent = new ComponentResource("test:index:Recovery", "asks");
                return QUESTIONS[FLOW_LOG]?.({ tags: TAGS }, { parent });
            };
            const answer = await (await runProgram(ask, { world })).value;
            assert.equal(answer?.kind, kind);
            const told = answer.kind === "found" ? answer.found : JSON.stringify(answer);
            assert.ok(
                ids.every((id) => told.includes(id)),
                told,
            );
        });
    }
});
