import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { endpointInputs, type Engine, type Kept, network } from "../../support/engine";
import { rule } from "../../support/groups";
import { accounts, HUB, SPOKE } from "../../support/zones";

/** Shares something of the hub's with the spoke. */
async function share(hub: Engine, thing: Kept, more: Properties = {}): Promise<Kept> {
    const made = await hub.create("ram.ResourceShare", more);
    const resourceArn = textOf(thing.outputs.arn);
    await hub.create("ram.ResourceAssociation", { resourceShareArn: made.id, resourceArn });
    await hub.create("ram.PrincipalAssociation", { resourceShareArn: made.id, principal: SPOKE });
    return made;
}

describe("a shared prefix list", () => {
    it("is for rules of the accounts that it is shared with", async () => {
        const { hub, spoke } = accounts();
        const entries = [{ cidr: "10.8.0.0/16" }];
        const inputs = { addressFamily: "IPv4", maxEntries: 5, entries };
        const list = await hub.create("ec2.ManagedPrefixList", inputs);
        const { vpc } = await network(spoke, "");
        const ingress = [rule({ cidrBlocks: [], prefixListIds: [list.id] })];
        const create = () => spoke.create("ec2.SecurityGroup", { vpcId: vpc.id, ingress });
        await assert.rejects(create(), {
            message:
                "operation error EC2: CreateSecurityGroup, api error InvalidPrefixListID.NotFound: " +
                `The prefix list ID '${list.id}' does not exist`,
        });
        const made = await share(hub, list);
        await create();
        await assert.rejects(hub.delete(list), { message: /DependencyViolation/ });
        assert.deepEqual(hub.refresh(made)?.outputs.permissionArns, [
            "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionPrefixList",
        ]);
    });
});

describe("a shared subnet", () => {
    async function sharedNetwork() {
        const { hub, spoke, stranger, world } = accounts();
        const place = await network(hub, "ab");
        const [subnet] = place.subnets;
        assert.ok(subnet);
        const made = await share(hub, subnet);
        return { hub, spoke, stranger, world, place, subnet, made };
    }

    it("is seen by the participant, with its VPC and their owner", async () => {
        const { spoke, stranger, place, subnet } = await sharedNetwork();
        const vpcId = place.vpc.id;
        const found = await spoke.invoke("ec2.getSubnet", { id: subnet.id });
        assert.deepEqual([found.ownerId, found.arn], [HUB, subnet.outputs.arn]);
        const filters = [{ name: "vpc-id", values: [vpcId] }];
        const { ids } = await spoke.invoke("ec2.getSubnets", { filters });
        assert.deepEqual(ids, [subnet.id]);
        const vpc = await spoke.invoke("ec2.getVpc", { id: vpcId });
        assert.deepEqual([vpc.ownerId, vpc.arn], [HUB, place.vpc.outputs.arn]);
        for (const thing of [subnet, place.vpc]) {
            assert.equal(spoke.refresh(thing)?.outputs.arn, thing.outputs.arn);
            assert.equal(stranger.refresh(thing), undefined);
        }
        await assert.rejects(stranger.invoke("ec2.getVpc", { id: vpcId }), {
            message: "no matching EC2 VPC found",
        });
    });

    it("takes no endpoint of a participant", async () => {
        const { spoke, world, place, subnet } = await sharedNetwork();
        const inputs = endpointInputs({ vpc: place.vpc, subnetIds: [subnet.id] });
        await assert.rejects(spoke.create("ec2.VpcEndpoint", inputs), {
            message:
                "operation error EC2: CreateVpcEndpoint, api error OperationNotPermitted: " +
                `The VPC ${place.vpc.id} is shared by the account ${HUB}; only its owner can create VPC endpoints there.`,
        });
        const own = await network(spoke, "a");
        const mixed = endpointInputs({ vpc: own.vpc, subnetIds: [subnet.id] });
        await assert.rejects(spoke.create("ec2.VpcEndpoint", mixed), {
            message: new RegExp(`OperationNotPermitted: The subnet ${subnet.id} is shared by`),
        });
        assert.deepEqual(world.objects.endpoints, {});
    });

    it("gives the participant's groups a place in the VPC", async () => {
        const { hub, spoke, stranger, place } = await sharedNetwork();
        const inputs = { vpcId: place.vpc.id, name: "team" };
        const group = await spoke.create("ec2.SecurityGroup", inputs);
        assert.equal(group.outputs.ownerId, SPOKE);
        await assert.rejects(stranger.create("ec2.SecurityGroup", inputs), {
            message: /InvalidVpcID.NotFound/,
        });
        for (const subnet of place.subnets) {
            await hub.delete(subnet);
        }
        await assert.rejects(hub.delete(place.vpc), { message: /DependencyViolation/ });
    });

    it("stays inside the organisation", async () => {
        const { hub } = accounts();
        const { subnets } = await network(hub, "a");
        const [subnet] = subnets;
        assert.ok(subnet);
        await assert.rejects(share(hub, subnet, { allowExternalPrincipals: true }), {
            message: /OperationNotPermittedException: .* can only be shared within your AWS Org/,
        });
    });
});

describe("what cannot be shared", () => {
    it("is refused by its ARN", async () => {
        const { hub, spoke } = accounts();
        const group = await hub.create("ec2.SecurityGroup", {
            vpcId: (await network(hub, "")).vpc.id,
        });
        const theirs = await spoke.create("route53.ProfilesProfile", {});
        for (const thing of [group, theirs]) {
            await assert.rejects(share(hub, thing), {
                message: new RegExp(
                    `MalformedArnException: The resource ${textOf(thing.outputs.arn)} does not exist in this account`,
                ),
            });
        }
    });
});
