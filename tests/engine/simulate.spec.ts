import * as assert from "node:assert/strict";

import { Vpc } from "@pulumi/aws/ec2/vpc";
import { Topic } from "@pulumi/aws/sns/topic";
import { Config, StackReference } from "@pulumi/pulumi";

import { simulate } from "../../simulated-aws/index";
import { findInstalledCli } from "../support/installedCli";

const HOST = "eks.eu-west-1.amazonaws.com";

describe("simulate on the real engine", function () {
    this.timeout(120_000);

    it("runs programs that refer to each other, and answers as in process", async function () {
        const engine = await findInstalledCli();
        if (engine === undefined) {
            this.skip();
        }
        const aws = simulate({ engine });
        try {
            const first = "organization/first/dev";
            const { vpcId } = await aws.run(
                first,
                () => ({ vpcId: new Vpc("main", { cidrBlock: "10.0.0.0/16" }).id }),
                { account: "222222222222" },
            );
            const second = () => {
                const topic = new Topic("news");
                const other = new StackReference(new Config().require("first"));
                return { arn: topic.arn, vpcId: other.requireOutput("vpcId") };
            };
            const outputs = await aws.run("second", second, { config: { first } });
            assert.match(String(outputs.arn), /^arn:aws:sns:eu-west-1:111122223333:news-/);
            assert.equal(outputs.vpcId, vpcId);
            assert.equal(aws.world.objects.vpcs[String(vpcId)]?.account, "222222222222");
            assert.deepEqual(Object.keys(aws.unmodelled), ["aws:sns/topic:Topic"]);
            aws.vpc(vpcId).client().resolves(HOST).assertNot();
        } finally {
            aws.close();
        }
    });
});
