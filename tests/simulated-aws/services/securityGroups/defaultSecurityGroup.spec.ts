import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { Engine, network } from "../../support/engine";

describe("a default security group", () => {
    it("takes over the group that a VPC is born with, without the rules that it came with", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a");
        const rule = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] };
        const group = await engine.create("ec2.DefaultSecurityGroup", {
            vpcId: vpc.id,
            ingress: [rule],
        });
        assert.equal(group.id, vpc.outputs.defaultSecurityGroupId);
        assert.equal(group.outputs.name, "default");
        const rules = Object.values(engine.world.objects.securityGroupRules);
        assert.deepEqual(
            rules.map(({ isEgress, source }) => [isEgress, source]),
            [[false, { cidrIpv4: "10.0.0.0/16" }]],
        );
        await engine.delete(group);
        assert.ok(group.id in engine.world.objects.securityGroups);
    });
});
