import * as assert from "node:assert/strict";

import { Provider } from "@pulumi/aws/provider";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";

import { mocks } from "../../../simulated-aws/doors/mocks";
import { createWorld } from "../../../simulated-aws/world/createWorld";

const VPC = "aws:ec2/vpc:Vpc";

class Thing extends pulumi.CustomResource {
    declare public readonly arn: pulumi.Output<string>;
    declare public readonly cidrBlock: pulumi.Output<string>;

    public constructor(
        type: string,
        name: string,
        inputs: pulumi.Inputs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        super(type, name, { arn: undefined, ...inputs }, opts);
    }
}

/** What came of an output: its value, whether it is known, and whether it is secret. */
async function settled<T>(output: pulumi.Output<T>) {
    const inner = output as unknown as {
        promise(): Promise<T>;
        isKnown: Promise<boolean>;
        isSecret: Promise<boolean>;
    };
    const [value, known, secret] = await Promise.all([
        inner.promise(),
        inner.isKnown,
        inner.isSecret,
    ]);
    return { value, known, secret };
}

describe("mocks", () => {
    it("create in the world what a program registers", async () => {
        const world = createWorld();
        await pulumi.runtime.setMocks(mocks(world));
        const vpc = new Thing(VPC, "vpc", { cidrBlock: "10.0.0.0/16" });
        const { value: id } = await settled(vpc.id);
        assert.equal(world.objects.vpcs[id]?.cidrBlock, "10.0.0.0/16");
        assert.deepEqual(await settled(vpc.arn), {
            value: `arn:aws:ec2:eu-west-1:111122223333:vpc/${id}`,
            known: true,
            secret: false,
        });
    });

    it("read nothing in a preview of what is yet to be made", async () => {
        const options = { preview: true };
        await pulumi.runtime.setMocks(mocks(createWorld(), options), "project", "stack", true);
        const vpc = new Thing(VPC, "vpc", { cidrBlock: "10.0.0.0/16" });
        const read = new Thing(VPC, "read", { cidrBlock: undefined }, { id: vpc.id });
        assert.equal((await settled(read.cidrBlock)).known, false);
    });

    it("know nothing of what is yet to be made in a preview", async () => {
        const world = createWorld();
        await pulumi.runtime.setMocks(mocks(world, { preview: true }), "project", "stack", true);
        const vpc = new Thing(VPC, "vpc", { cidrBlock: "10.0.0.0/16" });
        assert.equal((await settled(vpc.arn)).known, false);
        assert.equal((await settled(vpc.id)).known, false);
        assert.equal((await settled(vpc.cidrBlock)).value, "10.0.0.0/16");
        assert.deepEqual(world.objects.vpcs, {});
    });

    it("know nothing of what is read by an ID that a preview does not know", async () => {
        await pulumi.runtime.setMocks(
            mocks(createWorld(), { preview: true }),
            "project",
            "stack",
            true,
        );
        const vpc = new Thing(VPC, "vpc", { cidrBlock: "10.0.0.0/16" });
        const same = new Thing(VPC, "same", {}, { id: vpc.id });
        assert.equal((await settled(same.arn)).known, false);
    });

    it("keep secrets", async () => {
        await pulumi.runtime.setMocks(mocks(createWorld()));
        const vpc = new Thing(VPC, "vpc", { cidrBlock: pulumi.secret("10.0.0.0/16") });
        assert.deepEqual(await settled(vpc.cidrBlock), {
            value: "10.0.0.0/16",
            known: true,
            secret: true,
        });
    });

    it("answer look-ups from the world, in the region and account of the provider", async () => {
        const world = createWorld();
        const options = { account: "444455556666", region: "us-east-1" };
        await pulumi.runtime.setMocks(mocks(world, options));
        const ask = (token: string, args: pulumi.Inputs) =>
            pulumi.runtime.invoke(token, args) as Promise<{ [name: string]: unknown }>;
        const caller = await ask("aws:index/getCallerIdentity:getCallerIdentity", {});
        const zones = await ask("aws:index/getAvailabilityZones:getAvailabilityZones", {});
        assert.equal(caller.accountId, "444455556666");
        assert.deepEqual(zones.names, ["us-east-1a", "us-east-1b", "us-east-1c"]);
    });

    it("answer with AWS's own error", async () => {
        await pulumi.runtime.setMocks(mocks(createWorld()));
        await assert.rejects(
            pulumi.runtime.invoke("aws:ec2/getVpcEndpointService:getVpcEndpointService", {
                service: "x",
            }),
            {
                message:
                    /InvalidServiceName: The Vpc Endpoint Service 'com.amazonaws.eu-west-1.x' does not exist$/,
            },
        );
    });

    it("echo types that are not of AWS, unless the caller answers for them", async () => {
        const seen: string[] = [];
        const otherwise = ({ type, inputs }: pulumi.runtime.MockResourceArgs) => {
            seen.push(type);
            return { id: "own", state: inputs as { [name: string]: unknown } };
        };
        await pulumi.runtime.setMocks(mocks(createWorld(), { otherwise }));
        const thing = new Thing("random:index/randomId:RandomId", "id", {});
        assert.equal((await settled(thing.id)).value, "own");
        assert.deepEqual(seen, ["random:index/randomId:RandomId"]);
    });
});

describe("mocks of several accounts", () => {
    const role = (account: string) => [{ roleArn: `arn:aws:iam::${account}:role/deployer` }];
    const provider = (name: string, account: string) =>
        new Provider(name, { region: "eu-west-2", assumeRoles: role(account) });

    for (const preview of [false, true]) {
        it(`take account and region from the provider${preview ? " in a preview" : ""}`, async () => {
            await pulumi.runtime.setMocks(mocks(createWorld()), "project", "stack", preview);
            const ask = (from: pulumi.ProviderResource) =>
                pulumi.runtime.invoke(
                    "aws:index/getCallerIdentity:getCallerIdentity",
                    {},
                    { provider: from },
                ) as Promise<{ accountId: string }>;
            const [hub, spoke] = [
                provider("hub", "111111111111"),
                provider("spoke", "222222222222"),
            ];
            assert.equal((await ask(spoke)).accountId, "222222222222");
            assert.equal((await ask(hub)).accountId, "111111111111");
        });
    }

    it("create in the account of the resource's provider", async () => {
        const world = createWorld();
        await pulumi.runtime.setMocks(mocks(world));
        const opts = { provider: provider("spoke", "222222222222") };
        const vpc = new Thing(VPC, "vpc", { cidrBlock: "10.0.0.0/16" }, opts);
        const { value: id } = await settled(vpc.id);
        const { account, region } = world.objects.vpcs[id] ?? {};
        assert.deepEqual([account, region], ["222222222222", "eu-west-2"]);
    });
});

describe("mocks of other stacks", () => {
    const stacks = {
        "acme/hub/prod": {
            outputs: { connection: { schemaVersion: 1 } },
            resources: { urn: { type: "a:b:C", outputs: { d: "e" } } },
        },
    };
    const stateOf = (stackName: string) =>
        pulumi.runtime.invoke("pulumi:pulumi:readStackResourceOutputs", { stackName });

    it("answer a stack reference", async () => {
        await pulumi.runtime.setMocks(mocks(createWorld(), { stacks }));
        const hub = new pulumi.StackReference("acme/hub/prod");
        const read = async (name: string) => (await settled<unknown>(hub.getOutput(name))).value;
        assert.deepEqual(await read("connection"), { schemaVersion: 1 });
        assert.equal(await read("other"), undefined);
    });

    it("show the state of a stack, empty for a new one", async () => {
        await pulumi.runtime.setMocks(mocks(createWorld(), { stacks }));
        const { resources } = stacks["acme/hub/prod"];
        assert.deepEqual(await stateOf("acme/hub/prod"), {
            name: "acme/hub/prod",
            outputs: resources,
        });
        assert.deepEqual(await stateOf("acme/new/prod"), { name: "acme/new/prod", outputs: {} });
    });
});
