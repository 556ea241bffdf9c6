import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import { Engine, type Kept, network } from "../../support/engine";

async function withOptions(inputs: Properties = { domainNameServers: ["10.9.0.53"] }) {
    const engine = new Engine();
    const place = await network(engine);
    const options = await engine.create("ec2.VpcDhcpOptions", inputs);
    const associate = (dhcpOptions: Kept) =>
        engine.create("ec2.VpcDhcpOptionsAssociation", {
            dhcpOptionsId: dhcpOptions.id,
            vpcId: place.vpc.id,
        });
    return { engine, place, options, associate };
}

describe("aws.ec2.VpcDhcpOptions", () => {
    it("is replaced for everything but its tags", async () => {
        const { engine, options } = await withOptions({
            domainName: "a.example",
            tags: { a: "1" },
        });
        const tagged = engine.diff(options, { domainName: "a.example", tags: { a: "2" } });
        assert.deepEqual([tagged.changed, tagged.replaces], [["tags"], []]);
        const renamed = engine.diff(options, { domainName: "b.example", tags: { a: "1" } });
        assert.deepEqual(renamed.replaces, ["domainName"]);
    });

    it("is the one set of a VPC, and stays while it is", async () => {
        const { engine, place, options, associate } = await withOptions();
        const association = await associate(options);
        const found = await engine.invoke("ec2.getVpc", { id: place.vpc.id });
        assert.equal(found.dhcpOptionsId, options.id);
        await assert.rejects(engine.delete(options), {
            message:
                "operation error EC2: DeleteDhcpOptions, api error DependencyViolation: " +
                `The dhcpOptions '${options.id}' has dependencies and cannot be deleted.`,
        });
        const other = await engine.create("ec2.VpcDhcpOptions", { domainName: "example" });
        const next = { dhcpOptionsId: other.id, vpcId: place.vpc.id };
        assert.deepEqual(engine.diff(association, next).replaces, []);
        assert.deepEqual(await engine.update(association, next).then((kept) => kept.outputs), {
            ...next,
            region: "eu-west-1",
        });
        await engine.delete(options);
    });

    it("leaves the VPC without any when the association goes", async () => {
        const { engine, options, associate } = await withOptions();
        const association = await associate(options);
        await engine.delete(association);
        assert.equal(engine.refresh(association), undefined);
        await engine.delete(options);
    });

    it("is there for its own account", async () => {
        const { engine, place, options } = await withOptions();
        const stranger = new Engine(engine.world, "444455556666");
        const pair = { dhcpOptionsId: options.id, vpcId: place.vpc.id };
        await assert.rejects(stranger.create("ec2.VpcDhcpOptionsAssociation", pair), {
            message: /InvalidVpcID.NotFound/,
        });
    });
});
