import * as assert from "node:assert/strict";

import { Instance } from "@pulumi/aws/ec2/instance";
import { Subnet } from "@pulumi/aws/ec2/subnet";
import { Vpc } from "@pulumi/aws/ec2/vpc";
import { Config, output } from "@pulumi/pulumi";
import { describe, it } from "mocha";

import { simulate } from "../../../simulated-aws/programs/simulate";
import { HOST, HUB, hub, SPOKE, spoke, spokeNetwork } from "../support/hubAndSpoke";

const CALL = { principal: `arn:aws:iam::${SPOKE}:role/node`, resource: "*" };

/** The programs of a hub and a spoke in a world of their own, the last of them as often as asked. */
async function hubAndSpoke({ withSpoke = true } = {}) {
    const aws = simulate();
    const network = "organization/network/dev";
    const config = { network, hub: "organization/hub/dev" };
    const { vpcId } = await aws.run(network, spokeNetwork, { account: SPOKE });
    await aws.run("organization/hub/dev", hub, { account: HUB, config: { network } });
    if (withSpoke) {
        await aws.run("organization/spoke/dev", spoke, { account: HUB, config });
    }
    return { aws, client: aws.vpc(vpcId).client() };
}

describe("simulate", () => {
    it("answers for a hub and a spoke what a client of the spoke finds", async () => {
        const { client } = await hubAndSpoke();
        client.resolves(HOST).assert();
        client.connects(HOST, 443).assert();
        client.connects(HOST, 80).assertNot();
        client.calls({ ...CALL, action: "eks:DescribeCluster" }).assert();
        client.calls({ ...CALL, action: "eks:DeleteCluster" }).assertNot();
    });

    it("fails with the question and what decided", async () => {
        const { client } = await hubAndSpoke({ withSpoke: false });
        assert.throws(() => client.resolves(HOST).assert(), {
            name: "AssertionError",
            message: new RegExp(
                `^expected yes, the answer is no: ${HOST} resolves to a private address in vpc-\\w+\n` +
                    `  because no private zone, rule or endpoint of vpc-\\w+ has to do with ${HOST}: public DNS answers$`,
            ),
        });
        const joined = await hubAndSpoke();
        assert.throws(
            () => joined.client.connects(HOST, 80).assert(),
            /hosted zone Z\w+ \(eks\.eu-west-1\.amazonaws\.com\) answers 10\.0\.0\.4; no rule of sg-\w+ admits 10\.1\.0\.10 on tcp 80$/,
        );
        assert.throws(
            () => joined.client.calls({ ...CALL, action: "eks:DeleteCluster" }).assert(),
            /the policy of vpce-\w+ says: no statement allows eks:DeleteCluster$/,
        );
    });

    it("lists what passes through, and previews without creating", async () => {
        const aws = simulate();
        const program = () => {
            const instance = new Instance("one", { ami: "ami-1", instanceType: "t3.micro" });
            return { id: instance.id };
        };
        await aws.run("preview", program, { preview: true });
        assert.deepEqual(aws.world.objects.unmodelled, {});
        const { id } = await aws.run("one", program);
        assert.match(String(id), /^i-/);
        assert.deepEqual(Object.keys(aws.unmodelled), ["aws:ec2/instance:Instance"]);
    });

    it("hands over config, and outputs from a function that a module exports", async () => {
        const program = () => ({
            default: () => ({
                plain: new Config().require("name"),
                object: new Config().requireObject("list"),
                other: new Config("aws").require("region"),
            }),
        });
        const config = { name: "a", list: [1, 2], "aws:region": "eu-north-1" };
        assert.deepEqual(await simulate().run("app", program, { config }), {
            plain: "a",
            object: [1, 2],
            other: "eu-north-1",
        });
    });

    it("tells a program the region of its default provider, as config", async () => {
        const program = () => ({ region: new Config("aws").require("region") });
        const { region } = await simulate({ region: "eu-north-1" }).run("app", program);
        assert.equal(region, "eu-north-1");
    });

    it("rejects with the first error of a program, and runs the next", async () => {
        const aws = simulate();
        const refused = () => {
            const subnet = new Subnet("none", { vpcId: "vpc-none", cidrBlock: "10.0.0.0/24" });
            new Subnet("next", { vpcId: subnet.vpcId, cidrBlock: subnet.arn });
            return { id: subnet.id };
        };
        await assert.rejects(aws.run("refused", refused), {
            message:
                "aws:ec2/subnet:Subnet none: operation error EC2: CreateSubnet, api error InvalidVpcID.NotFound: The vpc ID 'vpc-none' does not exist",
        });
        await assert.rejects(
            aws.run("throws", () => {
                throw new Error("of the program");
            }),
            { message: "of the program" },
        );
        const late = () => {
            const cidrBlock = output("10.0.0.0/16").apply(async () => {
                await new Promise((resolve) => setTimeout(resolve, 10));
                throw new Error("late");
            });
            new Vpc("never", { cidrBlock });
        };
        await assert.rejects(aws.run("late", late), { message: /late$/ });
        const { id } = await aws.run("next", () => new Vpc("vpc", { cidrBlock: "10.0.0.0/16" }));
        assert.match(String(id), /^vpc-/);
    });

    it("says in one line what is wrong with a question", async () => {
        const { aws, client } = await hubAndSpoke({ withSpoke: false });
        const asked: [() => unknown, RegExp][] = [
            [() => aws.vpc("vpc-1"), /^there is no VPC vpc-1 in this world; there are: vpc-/],
            [
                () => client.resolves("https://x"),
                /^"https:\/\/x" is not a host name; give one such/,
            ],
            [() => client.connects(HOST, 0), /^"0" is not a port; give a number from 1 to 65535$/],
            [() => client.calls({ ...CALL, action: "eks:*" }), /^"eks:\*" is not an action; give/],
        ];
        for (const [ask, message] of asked) {
            assert.throws(ask, { name: "UserError", message });
        }
    });
});
