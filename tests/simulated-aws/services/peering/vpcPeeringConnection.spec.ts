import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import { connect } from "../../../../simulated-aws/packet/connect";
import { createWorld } from "../../../../simulated-aws/world/createWorld";
import { endpointInputs, Engine, type Kept, network } from "../../support/engine";

const OTHER = "222222222222";

/** Two VPCs, the second of another account, with an endpoint in the first that admits both. */
async function twoVpcs(otherAccount = OTHER, cidrBlock = "10.1.0.0/16") {
    const world = createWorld();
    const [one, other] = [new Engine(world), new Engine(world, otherAccount)];
    const place = await network(one, "a");
    const group = await one.create("ec2.SecurityGroup", {
        vpcId: place.vpc.id,
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
    });
    await one.create(
        "ec2.VpcEndpoint",
        endpointInputs(place, "eks", { securityGroupIds: [group.id] }),
    );
    const peer = await other.create("ec2.Vpc", { cidrBlock });
    const isReached = () =>
        connect(world, { vpcId: peer.id, address: "10.1.0.9" }, "10.0.0.4", 443).allowed;
    const route = (engine: Engine, vpc: Kept, destinationCidrBlock: string, target: Properties) =>
        engine.create("ec2.Route", {
            routeTableId: vpc.outputs.mainRouteTableId,
            destinationCidrBlock,
            ...target,
        });
    return { world, one, other, vpc: place.vpc, peer, isReached, route };
}

describe("a VPC peering connection", () => {
    it("carries packets once it is accepted and both sides have a route", async () => {
        const { one, other, vpc, peer, isReached, route } = await twoVpcs();
        const asked = await one.create("ec2.VpcPeeringConnection", {
            vpcId: vpc.id,
            peerVpcId: peer.id,
            peerOwnerId: OTHER,
        });
        const target = { vpcPeeringConnectionId: asked.id };
        await route(one, vpc, "10.1.0.0/16", target);
        await route(other, peer, "10.0.0.0/16", target);
        assert.deepEqual([asked.outputs.acceptStatus, isReached()], ["pending-acceptance", false]);
        const accepted = await other.create("ec2.VpcPeeringConnectionAccepter", {
            vpcPeeringConnectionId: asked.id,
            autoAccept: true,
        });
        assert.deepEqual(
            [accepted.outputs.acceptStatus, accepted.outputs.vpcId, accepted.outputs.peerVpcId],
            ["active", peer.id, vpc.id],
        );
        assert.equal(isReached(), true);
    });

    it("carries nothing where one side has no route, or the peering is deleted", async () => {
        const { one, other, vpc, peer, isReached, route } = await twoVpcs("111122223333");
        const peering = await one.create("ec2.VpcPeeringConnection", {
            vpcId: vpc.id,
            peerVpcId: peer.id,
            autoAccept: true,
        });
        assert.equal(peering.outputs.acceptStatus, "active");
        const target = { vpcPeeringConnectionId: peering.id };
        await route(other, peer, "10.0.0.0/16", target);
        assert.equal(isReached(), false);
        await route(one, vpc, "10.1.0.0/16", target);
        assert.equal(isReached(), true);
        await one.delete(peering);
        assert.equal(isReached(), false);
    });

    it("is refused for VPCs that overlap, and by who does not own the other side", async () => {
        const { one, vpc, peer } = await twoVpcs(OTHER, "10.0.128.0/17");
        const inputs = { vpcId: vpc.id, peerVpcId: peer.id, peerOwnerId: OTHER };
        await assert.rejects(
            one.create("ec2.VpcPeeringConnection", inputs),
            /InvalidParameterValue/,
        );
        const apart = await twoVpcs();
        await assert.rejects(
            apart.one.create("ec2.VpcPeeringConnection", {
                vpcId: apart.vpc.id,
                peerVpcId: apart.peer.id,
                peerOwnerId: OTHER,
                autoAccept: true,
            }),
            /OperationNotPermitted/,
        );
        await assert.rejects(
            apart.one.create("ec2.VpcPeeringConnectionAccepter", {
                vpcPeeringConnectionId: "pcx-1",
            }),
            /InvalidVpcPeeringConnectionID.NotFound: The vpcPeeringConnection ID 'pcx-1' does not exist$/,
        );
    });
});
