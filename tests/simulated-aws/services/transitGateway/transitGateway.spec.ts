import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import { connect } from "../../../../simulated-aws/packet/connect";
import { createWorld } from "../../../../simulated-aws/world/createWorld";
import { endpointInputs, Engine, type Kept, network } from "../../support/engine";

const SPOKE = "222222222222";

/** A gateway in the hub's account, shared with a spoke, and a VPC in each with routes to the gateway. */
async function hubAndSpoke(gateway: Properties = {}) {
    const world = createWorld();
    const [hub, spoke] = [new Engine(world), new Engine(world, SPOKE)];
    const transit = await hub.create("ec2transitgateway.TransitGateway", gateway);
    const share = await hub.create("ram.ResourceShare", { allowExternalPrincipals: true });
    const resourceShareArn = share.outputs.arn;
    await hub.create("ram.ResourceAssociation", {
        resourceShareArn,
        resourceArn: transit.outputs.arn,
    });
    await hub.create("ram.PrincipalAssociation", { resourceShareArn, principal: SPOKE });
    const place = await network(hub, "a");
    const group = await hub.create("ec2.SecurityGroup", {
        vpcId: place.vpc.id,
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
    });
    await hub.create(
        "ec2.VpcEndpoint",
        endpointInputs(place, "eks", { securityGroupIds: [group.id] }),
    );
    const other = await network(spoke, "a", { cidrBlock: "10.1.0.0/16" }, () => ({
        cidrBlock: "10.1.0.0/24",
    }));
    const route = (engine: Engine, vpc: Kept) =>
        engine.create("ec2.Route", {
            routeTableId: vpc.outputs.mainRouteTableId,
            destinationCidrBlock: "10.0.0.0/8",
            transitGatewayId: transit.id,
        });
    /** Attaches a VPC and sends what it has for other networks to the gateway. */
    const attach = async (
        engine: Engine,
        { vpc, subnetIds }: typeof place,
        more: Properties = {},
    ) => {
        const made = await engine.create("ec2transitgateway.VpcAttachment", {
            transitGatewayId: transit.id,
            vpcId: vpc.id,
            subnetIds,
            ...more,
        });
        await route(engine, vpc);
        return made;
    };
    const isReached = () =>
        connect(world, { vpcId: other.vpc.id, address: "10.1.0.9" }, "10.0.0.4", 443).allowed;
    return { hub, spoke, transit, place, other, attach, route, isReached };
}

describe("a transit gateway", () => {
    it("carries packets between attached VPCs with routes to it", async () => {
        const { hub, spoke, transit, place, other, attach, isReached } = await hubAndSpoke({
            autoAcceptSharedAttachments: "enable",
        });
        assert.match(transit.id, /^tgw-/);
        await attach(hub, place);
        assert.equal(isReached(), false);
        const attachment = await attach(spoke, other);
        assert.equal(attachment.outputs.transitGatewayDefaultRouteTableAssociation, true);
        assert.equal(isReached(), true);
        await spoke.delete(attachment);
        assert.equal(isReached(), false);
    });

    it("lets an attachment of another account wait until it is accepted", async () => {
        const { hub, spoke, place, other, attach, isReached } = await hubAndSpoke();
        await attach(hub, place);
        const attachment = await attach(spoke, other);
        assert.equal(isReached(), false);
        const accepted = await hub.create("ec2transitgateway.VpcAttachmentAccepter", {
            transitGatewayAttachmentId: attachment.id,
        });
        assert.equal(accepted.outputs.vpcOwnerId, SPOKE);
        assert.equal(isReached(), true);
    });

    it("carries nothing for an attachment that its tables do not know", async () => {
        const { hub, spoke, place, other, attach, isReached } = await hubAndSpoke({
            autoAcceptSharedAttachments: "enable",
        });
        await attach(hub, place, { transitGatewayDefaultRouteTablePropagation: false });
        await attach(spoke, other);
        assert.equal(isReached(), false);
    });

    it("follows tables of its own: associations, propagations and routes", async () => {
        const { hub, spoke, transit, place, other, attach, isReached } = await hubAndSpoke({
            autoAcceptSharedAttachments: "enable",
            defaultRouteTableAssociation: "disable",
            defaultRouteTablePropagation: "disable",
        });
        assert.equal(transit.outputs.associationDefaultRouteTableId, "");
        const [one, two] = [await attach(hub, place), await attach(spoke, other)];
        const table = await hub.create("ec2transitgateway.RouteTable", {
            transitGatewayId: transit.id,
        });
        const inTable = (attachment: Kept) => ({
            transitGatewayRouteTableId: table.id,
            transitGatewayAttachmentId: attachment.id,
        });
        await hub.create("ec2transitgateway.RouteTableAssociation", inTable(one));
        await hub.create("ec2transitgateway.RouteTableAssociation", inTable(two));
        await hub.create("ec2transitgateway.RouteTablePropagation", inTable(one));
        assert.equal(isReached(), false);
        const route = await hub.create("ec2transitgateway.Route", {
            ...inTable(two),
            destinationCidrBlock: "10.1.0.0/16",
        });
        assert.equal(isReached(), true);
        await hub.delete(route);
        assert.equal(isReached(), false);
        await hub.create("ec2transitgateway.Route", {
            transitGatewayRouteTableId: table.id,
            destinationCidrBlock: "10.1.0.0/16",
            blackhole: true,
        });
        assert.equal(isReached(), false);
    });

    it("is refused as the target of a route in a VPC that is not attached", async () => {
        const { hub, place, route } = await hubAndSpoke();
        await assert.rejects(route(hub, place.vpc), /InvalidTransitGatewayID.NotFound/);
    });

    it("is refused twice for one VPC, to strangers, and to be deleted with attachments", async () => {
        const { hub, transit, place, attach } = await hubAndSpoke();
        await attach(hub, place);
        await assert.rejects(attach(hub, place), /DuplicateTransitGatewayAttachment/);
        await assert.rejects(hub.delete(transit), /IncorrectState/);
        const stranger = new Engine(hub.world, "333333333333");
        const own = await network(stranger, "a", { cidrBlock: "10.2.0.0/16" }, () => ({
            cidrBlock: "10.2.0.0/24",
        }));
        await assert.rejects(attach(stranger, own), /InvalidTransitGatewayID.NotFound/);
    });
});
