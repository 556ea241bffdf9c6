import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { Client } from "../../../../simulated-aws/questions/client";
import { endpointInputs, Engine, network } from "../../support/engine";

const HOST = "eks.eu-west-1.amazonaws.com";
const all = { protocol: "-1", fromPort: 0, toPort: 0, action: "allow", ruleNo: 100 };

/** A client in subnet `b` that asks an endpoint in subnet `a`. */
async function withEndpoint() {
    const engine = new Engine();
    const place = await network(engine, "ab");
    const { vpc, subnetIds } = place;
    const [here = "", there = ""] = subnetIds;
    const ingress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }];
    const group = await engine.create("ec2.SecurityGroup", { vpcId: vpc.id, ingress });
    const more = { subnetIds: [here], securityGroupIds: [group.id] };
    await engine.create("ec2.VpcEndpoint", endpointInputs(place, "eks", more));
    const asked = () => new Client(engine.world, vpc.id, { subnet: there }).connects(HOST, 443);
    return { engine, vpc, subnetIds, asked, aclId: textOf(vpc.outputs.defaultNetworkAclId) };
}

describe("the network ACL that a VPC is born with", () => {
    it("lets everything pass, until a rule of its own denies it", async () => {
        const { engine, asked, aclId } = await withEndpoint();
        asked().assert();
        const rule: Properties = {
            networkAclId: aclId,
            ruleNumber: 50,
            egress: true,
            protocol: "tcp",
            ruleAction: "deny",
            cidrBlock: "10.0.0.0/24",
            fromPort: 443,
            toPort: 443,
        };
        const made = await engine.create("ec2.NetworkAclRule", rule);
        assert.match(
            asked().assertNot().reason,
            new RegExp(`^.*; entry 50 of network ACL ${aclId} denies port 443 out to 10.0.0.`),
        );
        await engine.delete(made);
        asked().assert();
        await assert.rejects(
            engine.create("ec2.NetworkAclRule", { ...rule, ruleNumber: 100 }),
            /NetworkAclEntryAlreadyExists/,
        );
    });

    it("lets IPv6 pass once the VPC has a range of it", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const id = textOf(vpc.outputs.defaultNetworkAclId);
        const ranges = () =>
            engine.world.objects.networkAcls[id]?.entries.map(({ ruleNumber, cidr }) => [
                ruleNumber,
                cidr,
            ]);
        const ipv4 = [
            [100, "0.0.0.0/0"],
            [100, "0.0.0.0/0"],
        ];
        assert.deepEqual(ranges(), ipv4);
        await engine.update(vpc, { ...vpc.inputs, assignGeneratedIpv6CidrBlock: true });
        assert.deepEqual(ranges(), [...ipv4, [101, "::/0"], [101, "::/0"]]);
    });

    it("goes with its VPC, which another ACL keeps", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const acl = await engine.create("ec2.NetworkAcl", { vpcId: vpc.id });
        await assert.rejects(engine.delete(vpc), /DependencyViolation/);
        await engine.delete(acl);
        await engine.delete(vpc);
        assert.deepEqual(engine.world.objects.networkAcls, {});
    });
});

describe("a default network ACL", () => {
    it("takes over the ACL of a VPC, its entries exactly, and has all subnets that no other has", async () => {
        const { engine, vpc, subnetIds, asked, aclId } = await withEndpoint();
        const made = await engine.create("ec2.DefaultNetworkAcl", { defaultNetworkAclId: aclId });
        assert.deepEqual([made.id, made.outputs.vpcId], [aclId, vpc.id]);
        assert.deepEqual(made.outputs.subnetIds, subnetIds);
        assert.match(
            asked().assertNot().reason,
            /no entry of network ACL acl-\w+ lets port 443 out/,
        );
        const entries = [{ ...all, cidrBlock: "10.0.0.0/16" }];
        const inputs = { defaultNetworkAclId: aclId, ingress: entries, egress: entries };
        await engine.update(made, inputs);
        asked().assert();
        await engine.create("ec2.NetworkAcl", { vpcId: vpc.id, subnetIds: subnetIds.slice(1) });
        assert.deepEqual(engine.refresh(made)?.outputs.subnetIds, subnetIds.slice(0, 1));
        asked().assertNot();
        await engine.delete(made);
        assert.ok(aclId in engine.world.objects.networkAcls);
    });

    it("is refused for an ACL that is not there", () =>
        assert.rejects(
            new Engine().create("ec2.DefaultNetworkAcl", { defaultNetworkAclId: "acl-1" }),
            /InvalidNetworkAclID.NotFound/,
        ));
});
