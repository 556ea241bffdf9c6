import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { Engine, network } from "../../support/engine";

describe("an internet gateway", () => {
    it("is attached by a resource of its own, and free again afterwards", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const gateway = await engine.create("ec2.InternetGateway", {});
        const ids = { internetGatewayId: gateway.id, vpcId: vpc.id };
        const attachment = await engine.create("ec2.InternetGatewayAttachment", ids);
        assert.equal(attachment.id, `${gateway.id}:${vpc.id}`);
        assert.equal(engine.refresh(gateway)?.outputs.vpcId, vpc.id);
        await engine.delete(attachment);
        assert.deepEqual(
            [engine.refresh(gateway)?.outputs.vpcId, engine.refresh(attachment)],
            ["", undefined],
        );
    });

    it("is refused on two VPCs, beside another one, and where there is none", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const other = await network(engine, "");
        const [one, two] = [
            await engine.create("ec2.InternetGateway", { vpcId: vpc.id }),
            await engine.create("ec2.InternetGateway", {}),
        ];
        const attach = (internetGatewayId: string, vpcId: string) =>
            engine.create("ec2.InternetGatewayAttachment", { internetGatewayId, vpcId });
        const refusals: [string, string, string][] = [
            [
                one.id,
                other.vpc.id,
                `Resource.AlreadyAssociated: resource ${one.id} is already attached to network ${vpc.id}`,
            ],
            [
                two.id,
                vpc.id,
                `InvalidParameterValue: Network ${vpc.id} already has an internet gateway attached`,
            ],
            [
                "igw-1",
                vpc.id,
                "InvalidInternetGatewayID.NotFound: The internetGateway ID 'igw-1' does not exist",
            ],
            [two.id, "vpc-1", "InvalidVpcID.NotFound: The vpc ID 'vpc-1' does not exist"],
        ];
        for (const [gatewayId, vpcId, text] of refusals) {
            await assert.rejects(attach(gatewayId, vpcId), {
                message: `operation error EC2: AttachInternetGateway, api error ${text}`,
            });
        }
    });

    it("stays attached while a NAT gateway has a public address", async () => {
        const engine = new Engine();
        const { vpc, subnetIds } = await network(engine, "a");
        const gateway = await engine.create("ec2.InternetGateway", {});
        const attachment = await engine.create("ec2.InternetGatewayAttachment", {
            internetGatewayId: gateway.id,
            vpcId: vpc.id,
        });
        const eip = await engine.create("ec2.Eip", {});
        const nat = await engine.create("ec2.NatGateway", {
            subnetId: subnetIds[0],
            allocationId: eip.id,
        });
        await assert.rejects(
            engine.delete(attachment),
            /DependencyViolation: .* has some mapped public address/,
        );
        await assert.rejects(engine.delete(eip), /InvalidIPAddress.InUse/);
        await engine.delete(nat);
        await engine.delete(attachment);
    });
});

describe("an egress-only internet gateway", () => {
    it("belongs to one VPC, which stays while it is there", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const made = await engine.create("ec2.EgressOnlyInternetGateway", { vpcId: vpc.id });
        assert.match(made.id, /^eigw-0[0-9a-f]{16}$/);
        await assert.rejects(engine.delete(vpc), /DependencyViolation/);
        const tagged = await engine.update(made, { vpcId: vpc.id, tags: { Name: "out" } });
        assert.deepEqual(tagged.outputs.tagsAll, { Name: "out" });
        await engine.delete(made);
        await engine.delete(vpc);
        await assert.rejects(
            engine.create("ec2.EgressOnlyInternetGateway", { vpcId: vpc.id }),
            /InvalidVpcID.NotFound/,
        );
    });
});

describe("a NAT gateway", () => {
    const place = async () => {
        const engine = new Engine();
        const made = await network(engine, "a");
        const eip = await engine.create("ec2.Eip", {});
        return { engine, ...made, inputs: { subnetId: made.subnetIds[0], allocationId: eip.id } };
    };

    it("fails in a VPC without an internet gateway, unless it is private", async () => {
        const { engine, vpc, inputs } = await place();
        await assert.rejects(engine.create("ec2.NatGateway", inputs), {
            message: `operation error EC2: CreateNatGateway, api error Gateway.NotAttached: Network ${vpc.id} has no Internet gateway attached`,
        });
        const { subnetId } = inputs;
        const made = await engine.create("ec2.NatGateway", {
            subnetId,
            connectivityType: "private",
        });
        assert.deepEqual([made.outputs.publicIp, made.outputs.privateIp], ["", "10.0.0.4"]);
    });

    it("is refused without a subnet, without an address, and with one that is in use", async () => {
        const { engine, vpc, inputs } = await place();
        await engine.create("ec2.InternetGateway", { vpcId: vpc.id });
        const { subnetId, allocationId } = inputs;
        await assert.rejects(
            engine.create("ec2.NatGateway", { allocationId }),
            /MissingParameter: .* subnetId$/,
        );
        await assert.rejects(
            engine.create("ec2.NatGateway", { subnetId }),
            /MissingParameter: .* allocationId/,
        );
        await assert.rejects(
            engine.create("ec2.NatGateway", { ...inputs, connectivityType: "private" }),
            /InvalidParameterCombination/,
        );
        await assert.rejects(
            engine.create("ec2.NatGateway", { ...inputs, connectivityType: "shared" }),
            /expected connectivityType to be one of \[private public\]/,
        );
        await engine.create("ec2.NatGateway", inputs);
        await assert.rejects(engine.create("ec2.NatGateway", inputs), /Resource.AlreadyAssociated/);
    });
});

describe("a route to a gateway", () => {
    it("is refused where the gateway is not there, or is another VPC's", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const other = await network(engine, "");
        const gateway = await engine.create("ec2.InternetGateway", { vpcId: other.vpc.id });
        const egress = await engine.create("ec2.EgressOnlyInternetGateway", {
            vpcId: other.vpc.id,
        });
        const route = (target: { [key: string]: string }) =>
            engine.create("ec2.Route", {
                routeTableId: vpc.outputs.mainRouteTableId,
                destinationCidrBlock: "0.0.0.0/0",
                ...target,
            });
        await assert.rejects(route({ gatewayId: "igw-1" }), /InvalidInternetGatewayID.NotFound/);
        await assert.rejects(route({ natGatewayId: "nat-1" }), /NatGatewayNotFound/);
        await assert.rejects(route({ egressOnlyGatewayId: "eigw-1" }), /InvalidGatewayID.NotFound/);
        const foreign = /InvalidParameterValue: .* belong to different networks/;
        await assert.rejects(route({ gatewayId: gateway.id }), foreign);
        await assert.rejects(route({ egressOnlyGatewayId: egress.id }), foreign);
        await assert.rejects(
            engine.create("ec2.RouteTable", {
                vpcId: vpc.id,
                routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }],
            }),
            foreign,
        );
    });
});

describe("a regional NAT gateway", () => {
    it("needs an internet gateway and keeps it, and takes no subnet", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const inputs = { vpcId: vpc.id, availabilityMode: "regional" };
        await assert.rejects(engine.create("ec2.NatGateway", inputs), /Gateway.NotAttached/);
        const gateway = await engine.create("ec2.InternetGateway", { vpcId: vpc.id });
        const made = await engine.create("ec2.NatGateway", inputs);
        assert.deepEqual(
            [made.outputs.availabilityMode, made.outputs.subnetId],
            ["regional", undefined],
        );
        await assert.rejects(engine.delete(gateway), /DependencyViolation/);
        await engine.delete(made);
        await engine.delete(gateway);
    });
});
