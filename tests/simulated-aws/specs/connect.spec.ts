import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Properties } from "../model/values";
import { connect } from "../packet/connect";
import { Engine, endpointInputs, network } from "./support";

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

    it("does not reach another VPC unless the caller says so", async () => {
        const { engine } = await through([rule({ cidrBlocks: ["10.8.0.0/16"] })]);
        const stranger = { vpcId: "vpc-other", address: "10.8.0.1" };
        assert.equal(
            connect(engine.world, stranger, "10.0.0.4", 443).reason,
            "no interface that vpc-other reaches has the address 10.0.0.4",
        );
        assert.equal(
            connect(engine.world, stranger, "10.0.0.4", 443, "tcp", () => true).allowed,
            true,
        );
    });
});
