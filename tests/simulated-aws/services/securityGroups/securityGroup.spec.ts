import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, read, textOf } from "../../../../simulated-aws/model/values";
import { rule, withGroup } from "../../support/groups";

describe("SecurityGroup", () => {
    it("has no egress unless some is given", async () => {
        const { group } = await withGroup();
        assert.deepEqual([group.outputs.ingress, group.outputs.egress], [[], []]);
    });

    it("gets a generated name and the provider's description", async () => {
        const { group } = await withGroup();
        assert.match(textOf(group.outputs.name), /^name-[0-9a-f]{7}$/);
        assert.equal(group.outputs.description, "Managed by Pulumi");
    });

    it("keeps its generated name from one update to the next", async () => {
        const { engine, vpc, group } = await withGroup();
        const news = engine.check("ec2.SecurityGroup", { vpcId: vpc.id }, "other", group.inputs);
        assert.equal(news.name, group.outputs.name);
    });

    it("shows its inline rules as they were given", async () => {
        const { vpc, engine, group } = await withGroup({ ingress: [rule()] });
        assert.deepEqual(group.outputs.ingress, [rule()]);
        assert.deepEqual(engine.diff(group, { vpcId: vpc.id, ingress: [rule()] }).changed, []);
    });

    it("shows a rule from outside after a refresh, and the next update removes it", async () => {
        const { engine, vpc, group } = await withGroup({ ingress: [rule()] });
        await engine.create("vpc.SecurityGroupIngressRule", {
            securityGroupId: group.id,
            ipProtocol: "tcp",
            fromPort: 22,
            toPort: 22,
            cidrIpv4: "10.9.0.0/16",
        });
        const seen = engine.refresh(group);
        assert.equal(read(seen?.outputs ?? {}).records("ingress").length, 2);
        const inputs = { vpcId: vpc.id, ingress: [rule()] };
        assert.deepEqual(engine.diff(group, inputs).changed, []);
        assert.deepEqual(engine.diff(seen ?? group, inputs).changed, ["ingress"]);
        const next = await engine.update(seen ?? group, inputs);
        assert.deepEqual(next.outputs.ingress, [rule()]);
    });

    it("leaves rules from outside alone when it has no inline list", async () => {
        const { engine, vpc, group } = await withGroup();
        await engine.create("ec2.SecurityGroupRule", {
            ...rule(),
            type: "ingress",
            securityGroupId: group.id,
        });
        const seen = engine.refresh(group) ?? group;
        assert.deepEqual(engine.diff(seen, { vpcId: vpc.id }).changed, []);
        const next = await engine.update(seen, { vpcId: vpc.id, tags: { a: "1" } });
        assert.equal(read(next.outputs).records("ingress").length, 1);
    });

    const changes: [string, Properties, string[]][] = [
        ["name", { name: "other" }, ["name"]],
        ["description", { description: "other" }, ["description"]],
        ["vpcId", { vpcId: "vpc-other" }, ["vpcId"]],
        ["ingress", { ingress: [rule({ toPort: 444 })] }, []],
        ["tags", { tags: { a: "1" } }, []],
    ];
    for (const [property, change, replaces] of changes) {
        it(`is ${replaces.length > 0 ? "replaced" : "changed in place"} for ${property}`, async () => {
            const { engine, vpc, group } = await withGroup();
            const found = engine.diff(group, { vpcId: vpc.id, ...change });
            assert.deepEqual([found.changed, found.replaces], [[property], replaces]);
        });
    }

    it("is deleted before its replacement when its name is fixed", async () => {
        const { engine, vpc, group } = await withGroup({ name: "fixed" });
        const inputs = { vpcId: vpc.id, name: "fixed", description: "other" };
        assert.equal(engine.diff(group, inputs).deleteBeforeReplace, true);
        const other = await engine.create("ec2.SecurityGroup", { vpcId: vpc.id });
        const changed = { vpcId: vpc.id, description: "other" };
        assert.equal(engine.diff(other, changed).deleteBeforeReplace, false);
    });

    it("cannot be deleted while an interface or another group uses it", async () => {
        const { engine, vpc, group } = await withGroup();
        const other = await engine.create("ec2.SecurityGroup", {
            vpcId: vpc.id,
            ingress: [rule({ cidrBlocks: undefined, securityGroups: [group.id] })],
        });
        await assert.rejects(engine.delete(group), {
            message: `operation error EC2: DeleteSecurityGroup, api error DependencyViolation: resource ${group.id} has a dependent object`,
        });
        await engine.delete(other);
        await engine.delete(group);
        assert.equal(engine.refresh(group), undefined);
    });
});
