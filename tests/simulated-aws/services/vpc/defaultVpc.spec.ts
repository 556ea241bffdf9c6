import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { read, textOf } from "../../../../simulated-aws/model/values";
import { Client } from "../../../../simulated-aws/questions/client";
import { createWorld } from "../../../../simulated-aws/world/createWorld";
import { Engine, network } from "../../support/engine";

const DEFAULT = { default: true };

/** An account that has lost its default VPC. */
const bare = () =>
    new Engine(createWorld({ accounts: { "111122223333": { withoutDefaultVpc: ["eu-west-1"] } } }));

describe("the default VPC", () => {
    it("is found as AWS makes it: a public subnet in each zone, the same each time", async () => {
        const engine = new Engine();
        const found = await engine.invoke("ec2.getVpc", DEFAULT);
        assert.deepEqual(
            [found.cidrBlock, found.default, found.enableDnsHostnames],
            ["172.31.0.0/16", true, true],
        );
        assert.equal((await engine.invoke("ec2.getVpc", DEFAULT)).id, found.id);
        const ofVpc = { name: "vpc-id", values: [textOf(found.id)] };
        const { ids } = await engine.invoke("ec2.getSubnets", { filters: [ofVpc] });
        const subnets = await Promise.all(
            read({ ids })
                .texts("ids")
                .map((id) => engine.invoke("ec2.getSubnet", { id })),
        );
        assert.deepEqual(
            subnets.map((each) => [each.availabilityZone, each.cidrBlock, each.defaultForAz]),
            [
                ["eu-west-1a", "172.31.0.0/20", true],
                ["eu-west-1b", "172.31.16.0/20", true],
                ["eu-west-1c", "172.31.32.0/20", true],
            ],
        );
        const client = new Client(engine.world, textOf(found.id));
        client.connects("eks.eu-west-1.amazonaws.com", 443).assert();
    });

    it("is found by filters, and by subnets that ask for the default ones", async () => {
        const isDefault = { filters: [{ name: "is-default", values: ["true"] }] };
        const found = await new Engine().invoke("ec2.getVpc", isDefault);
        assert.equal(found.cidrBlock, "172.31.0.0/16");
        const forZone = { filters: [{ name: "default-for-az", values: ["true"] }] };
        const { ids } = await new Engine().invoke("ec2.getSubnets", forZone);
        assert.equal(read({ ids }).texts("ids").length, 3);
        const zone = { availabilityZone: "eu-west-1b", defaultForAz: true };
        const subnet = await new Engine().invoke("ec2.getSubnet", zone);
        assert.equal(subnet.cidrBlock, "172.31.16.0/20");
    });

    it("is not in a world in which nobody looks at it", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a");
        assert.deepEqual(Object.keys(engine.world.objects.vpcs), [vpc.id]);
        assert.equal((await engine.invoke("ec2.getVpc")).default, false);
    });

    it("is not found where the account has lost it", () =>
        assert.rejects(bare().invoke("ec2.getVpc", DEFAULT), /no matching EC2 VPC found/));

    it("is taken over by a resource, and stays when that is deleted", async () => {
        const engine = new Engine();
        const made = await engine.create("ec2.DefaultVpc", { tags: { Name: "default" } });
        assert.deepEqual(
            [made.outputs.existingDefaultVpc, made.outputs.cidrBlock, made.outputs.tagsAll],
            [true, "172.31.0.0/16", { Name: "default" }],
        );
        await engine.delete(made);
        assert.equal((await engine.invoke("ec2.getVpc", DEFAULT)).id, made.id);
    });

    it("is made anew by a resource where it is gone, and goes for good where that is asked", async () => {
        const engine = bare();
        const made = await engine.create("ec2.DefaultVpc", { forceDestroy: true });
        assert.equal(made.outputs.existingDefaultVpc, false);
        await assert.rejects(engine.delete(made), /DependencyViolation/);
        for (const [id, table] of Object.entries(engine.world.objects.subnets)) {
            assert.equal(table.vpcId, made.id);
            await engine.delete({ ...made, type: "ec2.Subnet", id });
        }
        const [gateway = ""] = Object.keys(engine.world.objects.internetGateways);
        await engine.delete({ ...made, type: "ec2.InternetGateway", id: gateway });
        await engine.delete(made);
        await assert.rejects(engine.invoke("ec2.getVpc", DEFAULT), /no matching EC2 VPC found/);
    });

    it("is where a security group goes that names no VPC", async () => {
        const engine = new Engine();
        const group = await engine.create("ec2.SecurityGroup", {});
        const own = await engine.create("ec2.DefaultSecurityGroup", {});
        const { defaultSecurityGroupId } = (await engine.create("ec2.DefaultVpc", {})).outputs;
        assert.deepEqual(
            [group.outputs.vpcId, own.outputs.vpcId, own.id],
            [own.outputs.vpcId, group.outputs.vpcId, defaultSecurityGroupId],
        );
        for (const type of ["ec2.SecurityGroup", "ec2.DefaultSecurityGroup"]) {
            await assert.rejects(bare().create(type, {}), /VPCIdNotSpecified: No default VPC/);
        }
    });
});

describe("a default subnet", () => {
    const availabilityZone = "eu-west-1b";

    it("is taken over in its zone", async () => {
        const engine = new Engine();
        const made = await engine.create("ec2.DefaultSubnet", { availabilityZone });
        assert.deepEqual(
            [
                made.outputs.existingDefaultSubnet,
                made.outputs.cidrBlock,
                made.outputs.mapPublicIpOnLaunch,
            ],
            [true, "172.31.16.0/20", true],
        );
        const closed = await engine.update(made, { availabilityZone, mapPublicIpOnLaunch: false });
        assert.equal(closed.outputs.mapPublicIpOnLaunch, false);
        await engine.delete(made);
        assert.ok(engine.refresh(made));
    });

    it("is made anew where it is gone", async () => {
        const engine = new Engine();
        const inputs = { availabilityZone, forceDestroy: true };
        await engine.delete(await engine.create("ec2.DefaultSubnet", inputs));
        const made = await engine.create("ec2.DefaultSubnet", inputs);
        assert.deepEqual(
            [made.outputs.existingDefaultSubnet, made.outputs.cidrBlock],
            [false, "172.31.16.0/20"],
        );
    });

    it("is refused without a default VPC, and in a zone that is not there", async () => {
        await assert.rejects(
            bare().create("ec2.DefaultSubnet", { availabilityZone }),
            /DefaultVpcDoesNotExist/,
        );
        await assert.rejects(
            new Engine().create("ec2.DefaultSubnet", { availabilityZone: "eu-west-1z" }),
            /InvalidParameterValue: Value \(eu-west-1z\) for parameter availabilityZone is invalid/,
        );
    });
});
