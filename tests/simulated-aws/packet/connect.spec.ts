import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../simulated-aws/model/values";
import { connect } from "../../../simulated-aws/packet/connect";
import { endpointInputs, Engine, network } from "../support/engine";

describe("connect", () => {
    const rule = (more: Properties) => ({ protocol: "tcp", fromPort: 443, toPort: 443, ...more });
    const through = async (ingress: Properties[]) => {
        const engine = new Engine();
        const place = await network(engine, "a", { ipv6CidrBlock: "fd00:1::/56" }, () => ({
            ipv6CidrBlock: "fd00:1::/64",
        }));
        const group = await engine.create("ec2.SecurityGroup", { vpcId: place.vpc.id, ingress });
        const more = { securityGroupIds: [group.id], ipAddressType: "dualstack" };
        await engine.create("ec2.VpcEndpoint", endpointInputs(place, "eks", more));
        const client = (address: string, securityGroupIds?: string[]) => ({
            vpcId: place.vpc.id,
            address,
            securityGroupIds,
        });
        return { engine, group, client };
    };

    it("admits a range on its port, and nothing else", async () => {
        const { engine, client } = await through([rule({ cidrBlocks: ["10.0.0.0/16"] })]);
        const allowed = (address: string, port = 443, protocol?: string) =>
            connect(engine.world, client(address), "10.0.0.4", port, protocol).allowed;
        assert.equal(allowed("10.0.7.7"), true);
        assert.equal(allowed("10.0.7.7", 80), false);
        assert.equal(allowed("10.0.7.7", 443, "udp"), false);
        assert.equal(allowed("10.1.0.1"), false);
        assert.equal(allowed("fd00:1::9"), false);
    });

    it("says which rule admits, and who does not", async () => {
        const { engine, group, client } = await through([
            rule({ ipv6CidrBlocks: ["fd00:1::/56"] }),
        ]);
        const [ruleId] = Object.values(engine.world.objects.securityGroupRules)
            .filter(({ groupId }) => groupId === group.id)
            .map(({ id }) => id);
        assert.deepEqual(connect(engine.world, client("fd00:1::9"), "fd00:1:0:0::4", 443), {
            allowed: true,
            reason: `admitted by rule ${ruleId} of ${group.id}`,
        });
        assert.deepEqual(connect(engine.world, client("10.0.0.9"), "10.0.0.4", 443), {
            allowed: false,
            reason: `no rule of ${group.id} admits 10.0.0.9 on tcp 443`,
        });
    });

    it("admits members of a group that a rule names", async () => {
        const { engine, group, client } = await through([rule({ self: true })]);
        assert.equal(
            connect(engine.world, client("10.0.0.9", [group.id]), "10.0.0.4", 443).allowed,
            true,
        );
        assert.equal(connect(engine.world, client("10.0.0.9"), "10.0.0.4", 443).allowed, false);
    });

    it("admits the ranges of a prefix list", async () => {
        const { engine, group, client } = await through([]);
        const list = await engine.create("ec2.ManagedPrefixList", {
            addressFamily: "IPv4",
            maxEntries: 1,
            entries: [{ cidr: "10.0.9.0/24" }],
        });
        await engine.create("vpc.SecurityGroupIngressRule", {
            securityGroupId: group.id,
            ipProtocol: "-1",
            prefixListId: list.id,
        });
        assert.equal(connect(engine.world, client("10.0.9.9"), "10.0.0.4", 443).allowed, true);
        assert.equal(connect(engine.world, client("10.0.8.9"), "10.0.0.4", 443).allowed, false);
    });

    it("reaches another VPC once a route joins the two", async () => {
        const { engine, client } = await through([rule({ cidrBlocks: ["10.8.0.0/16"] })]);
        const { vpcId } = client("10.0.0.9");
        const stranger = { vpcId: "vpc-other", address: "10.8.0.1" };
        const missing = {
            allowed: false,
            reason: "no interface that vpc-other reaches has the address 10.0.0.4",
        };
        assert.deepEqual(connect(engine.world, stranger, "10.0.0.4", 443), missing);
        engine.world.routes = [{ vpcIds: ["vpc-other", "vpc-third"] }, { vpcIds: [vpcId] }];
        assert.deepEqual(connect(engine.world, stranger, "10.0.0.4", 443), missing);
        engine.world.routes = [{ vpcIds: ["vpc-other", vpcId] }];
        assert.equal(connect(engine.world, stranger, "10.0.0.4", 443).allowed, true);
    });

    it("reaches a VPC from the premises by the ranges of a route", async () => {
        const { engine, client } = await through([rule({ cidrBlocks: ["192.168.0.0/16"] })]);
        const { vpcId } = client("10.0.0.9");
        const host = { address: "192.168.7.7" };
        assert.deepEqual(connect(engine.world, host, "10.0.0.4", 443), {
            allowed: false,
            reason: "no interface that 192.168.7.7 reaches has the address 10.0.0.4",
        });
        engine.world.routes = [{ vpcIds: [vpcId], onPremises: ["192.168.7.0/24"] }];
        assert.equal(connect(engine.world, host, "10.0.0.4", 443).allowed, true);
        const neighbour = { address: "192.168.8.7" };
        assert.equal(connect(engine.world, neighbour, "10.0.0.4", 443).allowed, false);
    });

    it("matches no group of another VPC, however the VPCs are joined", async () => {
        const { engine, group, client } = await through([rule({ self: true })]);
        const { vpcId } = client("10.0.0.9");
        engine.world.routes = [{ vpcIds: ["vpc-other", vpcId] }];
        const member = {
            vpcId: "vpc-other",
            address: "10.8.0.1",
            securityGroupIds: [group.id],
        };
        assert.equal(connect(engine.world, member, "10.0.0.4", 443).allowed, false);
    });

    it("finds an address in its own VPC before the same one elsewhere", async () => {
        const { engine, client } = await through([rule({ cidrBlocks: ["10.0.0.0/16"] })]);
        const { vpcId } = client("10.0.0.9");
        const other = new Engine(engine.world, "444455556666");
        const twin = await network(other, "a");
        await other.create("ec2.VpcEndpoint", endpointInputs(twin));
        engine.world.routes = [{ vpcIds: [twin.vpc.id, vpcId] }];
        const from = { vpcId: twin.vpc.id, address: "10.0.0.9" };
        assert.match(
            connect(engine.world, from, "10.0.0.4", 443).reason,
            new RegExp(`^no rule of ${textOf(twin.vpc.outputs.defaultSecurityGroupId)} admits`),
        );
    });
});
