import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import { connect } from "../../../../simulated-aws/packet/connect";
import { endpointInputs, Engine, network } from "../../support/engine";

const ENTRY = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlock: "10.0.0.0/16" };
const ANSWERS = { ...ENTRY, fromPort: 1024, toPort: 65535 };

/** An endpoint in the first of two subnets, and a client in the second. */
async function place(acl: Properties = {}) {
    const engine = new Engine();
    const { vpc, subnetIds } = await network(engine, "ab");
    const [first = "", second = ""] = subnetIds;
    const group = await engine.create("ec2.SecurityGroup", {
        vpcId: vpc.id,
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }],
    });
    const more = { securityGroupIds: [group.id] };
    await engine.create(
        "ec2.VpcEndpoint",
        endpointInputs({ vpc, subnetIds: [first] }, "eks", more),
    );
    const own = await engine.create("ec2.NetworkAcl", { vpcId: vpc.id, ...acl });
    const asked = (subnetId = second) =>
        connect(engine.world, { vpcId: vpc.id, subnetId, address: "10.0.1.9" }, "10.0.0.4", 443);
    return { engine, vpc, first, second, own, asked };
}

describe("a network ACL", () => {
    it("stops what it does not let in, and answers that it does not let out, between subnets", async () => {
        const { engine, own, first, vpc, asked } = await place();
        assert.equal(asked().allowed, true);
        const inputs = { vpcId: vpc.id, subnetIds: [first] };
        await engine.update(own, inputs);
        assert.equal(
            asked().reason,
            `no entry of network ACL ${own.id} lets port 443 in from 10.0.1.9`,
        );
        assert.equal(asked(first).allowed, true);
        const ingress = [{ ...ENTRY, action: "allow", ruleNo: 100 }];
        await engine.update(own, { ...inputs, ingress });
        assert.equal(
            asked().reason,
            `no entry of network ACL ${own.id} lets answers out to 10.0.1.9`,
        );
        const egress = [{ ...ANSWERS, action: "allow", ruleNo: 100 }];
        await engine.update(own, { ...inputs, ingress, egress });
        assert.equal(asked().allowed, true);
    });

    it("follows the entry with the lowest number", async () => {
        const allow = { ...ENTRY, action: "allow" };
        const { engine, own, first, asked } = await place({
            ingress: [{ ...allow, ruleNo: 100 }],
            egress: [{ ...ANSWERS, action: "allow", ruleNo: 100 }],
        });
        const association = await engine.create("ec2.NetworkAclAssociation", {
            networkAclId: own.id,
            subnetId: first,
        });
        assert.equal(asked().allowed, true);
        const rule = { ...ENTRY, networkAclId: own.id, ruleAction: "deny", ruleNumber: 90 };
        const denied = await engine.create("ec2.NetworkAclRule", rule);
        assert.match(asked().reason, /^entry 90 of network ACL acl-\w+ denies port 443 in from/);
        assert.deepEqual(engine.diff(denied, rule).differences, []);
        await assert.rejects(
            engine.create("ec2.NetworkAclRule", rule),
            /NetworkAclEntryAlreadyExists: The network acl entry identified by 90 already exists/,
        );
        await engine.delete(denied);
        assert.equal(asked().allowed, true);
        await engine.delete(association);
        assert.deepEqual(engine.refresh(own)?.outputs.subnetIds, []);
    });

    it("takes a subnet away from another one, and shows no difference where nothing changes", async () => {
        const { engine, own, first, vpc } = await place();
        const inputs = {
            vpcId: vpc.id,
            subnetIds: [first],
            ingress: [{ ...ENTRY, action: "allow", ruleNo: 100 }],
        };
        const one = await engine.update(own, inputs);
        assert.deepEqual(engine.diff(one, inputs).differences, []);
        await engine.create("ec2.NetworkAcl", { vpcId: vpc.id, subnetIds: [first] });
        assert.deepEqual(engine.refresh(one)?.outputs.subnetIds, []);
    });
});
