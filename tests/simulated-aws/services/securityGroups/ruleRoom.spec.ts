import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import type { Engine } from "../../support/engine";
import { rule, withGroup } from "../../support/groups";

const ranges = (count: number) => Array.from({ length: count }, (_, i) => `10.${i}.0.0/16`);
const ranges6 = (count: number) => Array.from({ length: count }, (_, i) => `fd00:${i}::/32`);
const prefixList = (engine: Engine, maxEntries: number, addressFamily = "IPv4") =>
    engine.create("ec2.ManagedPrefixList", { addressFamily, maxEntries, name: "spokes" });

const FULL = { message: /RulesPerSecurityGroupLimitExceeded: The maximum number of rules per / };

describe("the rules of a security group", () => {
    it("are 60 of each family in each direction", async () => {
        const both = rule({ cidrBlocks: ranges(60), ipv6CidrBlocks: ranges6(60) });
        await withGroup({ ingress: [both], egress: [both] });
        await assert.rejects(withGroup({ ingress: [rule({ cidrBlocks: ranges(61) })] }), FULL);
        const six = rule({ cidrBlocks: [], ipv6CidrBlocks: ranges6(61) });
        await assert.rejects(withGroup({ ingress: [six] }), FULL);
    });

    it("count a group in both families", async () => {
        const { engine, vpc, group } = await withGroup();
        const members = (inputs: Properties) => ({
            vpcId: vpc.id,
            ingress: [rule({ ...inputs, securityGroups: [group.id] })],
        });
        const create = (inputs: Properties) => engine.create("ec2.SecurityGroup", members(inputs));
        await create({ cidrBlocks: ranges(59), ipv6CidrBlocks: ranges6(59) });
        await assert.rejects(create({ cidrBlocks: ranges(60) }), FULL);
        await assert.rejects(create({ cidrBlocks: [], ipv6CidrBlocks: ranges6(60) }), FULL);
    });

    it("count a prefix list with the most entries that it may have, in its family", async () => {
        const { engine, vpc } = await withGroup();
        const list = await prefixList(engine, 50);
        const naming = (inputs: Properties) => ({
            vpcId: vpc.id,
            ingress: [rule({ prefixListIds: [list.id], ...inputs })],
        });
        const create = (inputs: Properties) => engine.create("ec2.SecurityGroup", naming(inputs));
        await create({ cidrBlocks: ranges(10), ipv6CidrBlocks: ranges6(60) });
        await assert.rejects(create({ cidrBlocks: ranges(11) }), FULL);
    });

    it("leave a prefix list no more room than they have", async () => {
        const { engine, vpc } = await withGroup();
        const list = await prefixList(engine, 50);
        const ingress = [rule({ prefixListIds: [list.id], cidrBlocks: ranges(10) })];
        const group = await engine.create("ec2.SecurityGroup", { vpcId: vpc.id, ingress });
        const longer = { addressFamily: "IPv4", maxEntries: 51, name: "spokes" };
        await assert.rejects(engine.update(list, longer), {
            message:
                "operation error EC2: ModifyManagedPrefixList, api error ResourceLimitExceeded: The maximum of 51 " +
                `entries of ${list.id} is more than ${group.id}, which names it, has room for.`,
        });
        assert.equal(engine.refresh(list)?.outputs.maxEntries, 50);
    });

    it("count one by one as well", async () => {
        const { engine, group } = await withGroup({ ingress: [rule({ cidrBlocks: ranges(60) })] });
        const one = { ipProtocol: "tcp", fromPort: 443, toPort: 443, securityGroupId: group.id };
        await engine.create("vpc.SecurityGroupIngressRule", { ...one, cidrIpv6: "fd00::/8" });
        const more = { ...one, cidrIpv4: "192.168.0.0/16" };
        await assert.rejects(engine.create("vpc.SecurityGroupIngressRule", more), FULL);
    });
});
