import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { read, textOf } from "../../../../simulated-aws/model/values";
import { Engine, network } from "../../support/engine";

const api = (operation: string, text: string) =>
    `operation error EC2: ${operation}, api error ${text}`;

describe("Vpc", () => {
    it("has DNS support on and host names off when neither is given", async () => {
        const { outputs } = await new Engine().create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" });
        assert.deepEqual([outputs.enableDnsSupport, outputs.enableDnsHostnames], [true, false]);
    });

    it("comes with a default group that admits only its members", async () => {
        const engine = new Engine();
        const { outputs } = await engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" });
        const found = await engine.invoke("ec2.getSecurityGroup", {
            id: outputs.defaultSecurityGroupId,
        });
        assert.deepEqual(
            [found.name, found.vpcId],
            ["default", (await engine.invoke("ec2.getVpc")).id],
        );
    });

    it("gets an IPv6 range of its own when asked for one", async () => {
        const engine = new Engine();
        const one = await engine.create("ec2.Vpc", {
            cidrBlock: "10.0.0.0/16",
            assignGeneratedIpv6CidrBlock: true,
        });
        const other = await engine.create("ec2.Vpc", {
            cidrBlock: "10.0.0.0/16",
            assignGeneratedIpv6CidrBlock: true,
        });
        assert.match(textOf(one.outputs.ipv6CidrBlock), /^2600:1f[0-9a-f:]+::\/56$/);
        assert.notEqual(one.outputs.ipv6CidrBlock, other.outputs.ipv6CidrBlock);
    });

    it("is replaced for its range and changed in place for its DNS attributes", async () => {
        const engine = new Engine();
        const made = await engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" });
        assert.deepEqual(engine.diff(made, { cidrBlock: "10.1.0.0/16" }).replaces, ["cidrBlock"]);
        const inputs = { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true };
        assert.deepEqual(engine.diff(made, inputs).replaces, []);
        assert.equal((await engine.update(made, inputs)).outputs.enableDnsHostnames, true);
    });

    const invalid: [string, string][] = [
        [
            "10.0.0.0/8",
            `expected "10.0.0.0/8" to contain a network Value with between 16 and 28 significant bits, got: 8`,
        ],
        [
            "10.0.0.1/16",
            `"10.0.0.1/16" is not a valid IPv4 CIDR block; did you mean "10.0.0.0/16"?`,
        ],
        ["10.0.0.0", `"10.0.0.0" is not a valid IPv4 CIDR block`],
    ];
    for (const [cidrBlock, reason] of invalid) {
        it(`refuses ${cidrBlock}`, () =>
            assert.rejects(new Engine().create("ec2.Vpc", { cidrBlock }), {
                message: `cidrBlock: ${reason}`,
            }));
    }

    it("goes with everything that came with it", async () => {
        const engine = new Engine();
        const made = await engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" });
        await engine.delete(made);
        assert.deepEqual(
            Object.values(engine.world.objects).filter((table) => Object.keys(table).length > 0),
            [],
        );
    });

    const inside: [string, (engine: Engine, vpcId: string) => Promise<unknown>][] = [
        [
            "a subnet",
            (engine, vpcId) => engine.create("ec2.Subnet", { vpcId, cidrBlock: "10.0.0.0/24" }),
        ],
        ["a security group", (engine, vpcId) => engine.create("ec2.SecurityGroup", { vpcId })],
        ["an internet gateway", (engine, vpcId) => engine.create("ec2.InternetGateway", { vpcId })],
        ["a route table", (engine, vpcId) => engine.create("ec2.RouteTable", { vpcId })],
    ];
    for (const [what, create] of inside) {
        it(`stays while ${what} is in it`, async () => {
            const engine = new Engine();
            const made = await engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" });
            await create(engine, made.id);
            await assert.rejects(engine.delete(made), {
                message: api(
                    "DeleteVpc",
                    `DependencyViolation: The vpc '${made.id}' has dependencies and cannot be deleted.`,
                ),
            });
        });
    }
});

describe("VpcIpv4CidrBlockAssociation", () => {
    it("adds a range that subnets can use, and stays while one does", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const made = await engine.create("ec2.VpcIpv4CidrBlockAssociation", {
            vpcId: vpc.id,
            cidrBlock: "100.64.0.0/16",
        });
        const subnet = await engine.create("ec2.Subnet", {
            vpcId: vpc.id,
            cidrBlock: "100.64.1.0/24",
        });
        const { cidrBlockAssociations } = await engine.invoke("ec2.getVpc", { id: vpc.id });
        assert.deepEqual(
            read({ cidrBlockAssociations })
                .records("cidrBlockAssociations")
                .map((each) => each.cidrBlock),
            ["10.0.0.0/16", "100.64.0.0/16"],
        );
        await assert.rejects(engine.delete(made), { message: /InvalidCidrBlock.InUse/ });
        await engine.delete(subnet);
        await engine.delete(made);
        assert.equal(engine.refresh(made), undefined);
    });
});

describe("accounts and regions", () => {
    it("do not see each other's objects", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const elsewhere = [
            new Engine(engine.world, "444455556666"),
            new Engine(engine.world, undefined, "us-east-1"),
        ];
        for (const other of elsewhere) {
            await assert.rejects(other.invoke("ec2.getVpc", { id: vpc.id }), {
                message: "no matching EC2 VPC found",
            });
        }
    });
});

describe("tags", () => {
    it("of the provider show in tagsAll only", async () => {
        const engine = new Engine(undefined, undefined, undefined, { owner: "platform" });
        const inputs = { cidrBlock: "10.0.0.0/16", tags: { name: "hub" } };
        const made = await engine.create("ec2.Vpc", inputs);
        assert.deepEqual(made.outputs.tags, { name: "hub" });
        assert.deepEqual(made.outputs.tagsAll, { owner: "platform", name: "hub" });
        assert.deepEqual(engine.diff(engine.refresh(made) ?? made, inputs).changed, []);
    });
});
