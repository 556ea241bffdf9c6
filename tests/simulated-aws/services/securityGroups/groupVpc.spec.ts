import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { endpointInputs, Engine, network } from "../../support/engine";

const TYPE = "vpc.SecurityGroupVpcAssociation";

async function twoNetworks() {
    const engine = new Engine();
    const [home, away] = [await network(engine), await network(engine)];
    const group = await engine.create("ec2.SecurityGroup", { vpcId: home.vpc.id });
    const associate = (securityGroupId = group.id) =>
        engine.create(TYPE, { securityGroupId, vpcId: away.vpc.id });
    const inputs = endpointInputs(away, "eks", { securityGroupIds: [group.id] });
    return { engine, home, away, group, associate, inputs };
}

describe("aws.vpc.SecurityGroupVpcAssociation", () => {
    it("lets a group stand before an endpoint of a further VPC", async () => {
        const { engine, away, group, associate, inputs } = await twoNetworks();
        await assert.rejects(engine.create("ec2.VpcEndpoint", inputs), {
            message:
                "operation error EC2: CreateVpcEndpoint, api error InvalidGroup.NotFound: " +
                `The security group '${group.id}' does not exist in VPC '${away.vpc.id}'`,
        });
        const made = await associate();
        assert.deepEqual(made.outputs, {
            region: "eu-west-1",
            securityGroupId: group.id,
            state: "associated",
            vpcId: away.vpc.id,
        });
        const endpoint = await engine.create("ec2.VpcEndpoint", inputs);
        assert.deepEqual(endpoint.outputs.securityGroupIds, [group.id]);
    });

    it("stays while the group is used there, and keeps the group", async () => {
        const { engine, group, associate, inputs } = await twoNetworks();
        const made = await associate();
        const endpoint = await engine.create("ec2.VpcEndpoint", inputs);
        const violated = { message: /DependencyViolation: resource sg-.* has a dependent object/ };
        await assert.rejects(engine.delete(made), violated);
        await engine.delete(endpoint);
        await assert.rejects(engine.delete(group), violated);
        await engine.delete(made);
        await engine.delete(group);
        assert.equal(engine.refresh(made), undefined);
    });

    it("is not for a default group", async () => {
        const { engine, home, associate } = await twoNetworks();
        const id = engine.world.objects.vpcs[home.vpc.id]?.defaultSecurityGroupId ?? "";
        await assert.rejects(associate(id), {
            message:
                "operation error EC2: AssociateSecurityGroupVpc, api error OperationNotPermitted: " +
                `The default security group ${id} cannot be associated with another VPC.`,
        });
    });

    it("is for the caller's groups and the VPCs that it sees", async () => {
        const { engine, away, group } = await twoNetworks();
        const stranger = new Engine(engine.world, "444455556666");
        const pair = { securityGroupId: group.id, vpcId: away.vpc.id };
        await assert.rejects(stranger.create(TYPE, pair), { message: /InvalidGroup.NotFound/ });
        const theirs = await network(stranger, "");
        const across = { securityGroupId: group.id, vpcId: theirs.vpc.id };
        await assert.rejects(engine.create(TYPE, across), { message: /InvalidVpcID.NotFound/ });
    });
});
