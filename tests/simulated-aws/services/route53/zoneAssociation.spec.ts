import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { endpointInputs, type Engine, type Kept, network } from "../../support/engine";
import { accounts, associated, EKS, HUB, vpcOf, zoneOf } from "../../support/zones";

const authorize = (engine: Engine, zone: Kept, vpcId: string) =>
    engine.create("route53.VpcAssociationAuthorization", { zoneId: zone.id, vpcId });
const associate = (engine: Engine, zone: Kept, vpc: Kept) =>
    engine.create("route53.ZoneAssociation", { zoneId: zone.id, vpcId: vpc.id });

describe("aws.route53.ZoneAssociation", () => {
    it("needs nothing else in the zone's own account", async () => {
        const { hub } = accounts();
        const zone = await zoneOf(hub, await vpcOf(hub));
        const vpc = await vpcOf(hub);
        const association = await associate(hub, zone, vpc);
        assert.equal(association.id, `${zone.id}:${vpc.id}`);
        assert.deepEqual(association.outputs, {
            owningAccount: HUB,
            vpcId: vpc.id,
            vpcRegion: "eu-west-1",
            zoneId: zone.id,
        });
    });

    it("needs an authorisation across accounts", async () => {
        const { hub, spoke } = accounts();
        const zone = await zoneOf(hub, await vpcOf(hub));
        const vpc = await vpcOf(spoke);
        const refused = {
            message:
                "operation error Route 53: AssociateVPCWithHostedZone, api error NotAuthorizedException: The VPC: " +
                `${vpc.id} has not authorized to associate with your hosted zone.`,
        };
        await assert.rejects(associate(spoke, zone, vpc), refused);
        await authorize(hub, zone, "vpc-another");
        await assert.rejects(associate(spoke, zone, vpc), refused);
        await authorize(hub, zone, vpc.id);
        const { outputs } = await associate(spoke, zone, vpc);
        assert.equal(outputs.owningAccount, HUB);
    });

    it("is up to the owner of the VPC, authorised or not", async () => {
        const { hub, spoke, stranger } = accounts();
        const zone = await zoneOf(hub, await vpcOf(hub));
        const vpc = await vpcOf(spoke);
        await authorize(hub, zone, vpc.id);
        for (const engine of [hub, stranger]) {
            await assert.rejects(associate(engine, zone, vpc), {
                message: /NotAuthorizedException/,
            });
        }
    });

    it("is not for a public zone, which a zone without vpcs is for good", async () => {
        const { hub } = accounts();
        const zone = await hub.create("route53.Zone", { name: EKS });
        const vpc = await vpcOf(hub);
        const refused = {
            message:
                "operation error Route 53: AssociateVPCWithHostedZone, api error PublicZoneVPCAssociation: " +
                `The hosted zone ${zone.id} is a public one; only private ones have VPCs.`,
        };
        await assert.rejects(associate(hub, zone, vpc), refused);
        const later = { name: EKS, vpcs: [{ vpcId: vpc.id }] };
        await assert.rejects(hub.update(zone, later), refused);
    });

    it("is for one region of the VPC", async () => {
        const { hub } = accounts();
        const zone = await zoneOf(hub, await vpcOf(hub));
        const vpc = await vpcOf(hub);
        const inputs = { zoneId: zone.id, vpcId: vpc.id, vpcRegion: "eu-west-2" };
        await assert.rejects(hub.create("route53.ZoneAssociation", inputs), {
            message: new RegExp(`InvalidVPCId: The VPC: ${vpc.id} does not exist in eu-west-2`),
        });
    });

    it("outlives its authorisation", async () => {
        const { hub, spoke } = accounts();
        const zone = await zoneOf(hub, await vpcOf(hub));
        const { authorization, association } = await associated(
            hub,
            spoke,
            zone,
            await vpcOf(spoke),
        );
        await hub.delete(authorization);
        assert.equal(hub.refresh(authorization), undefined);
        assert.deepEqual(spoke.refresh(association)?.outputs, association.outputs);
    });

    it("is refused where the VPC sees the name already", async () => {
        const { hub, spoke } = accounts();
        const zone = await zoneOf(hub, await vpcOf(hub));
        const conflict = { message: /ConflictingDomainExists/ };
        const own = await vpcOf(spoke);
        await zoneOf(spoke, own);
        await authorize(hub, zone, own.id);
        await assert.rejects(associate(spoke, zone, own), conflict);
        const place = await network(spoke);
        await spoke.create("ec2.VpcEndpoint", endpointInputs(place));
        await authorize(hub, zone, place.vpc.id);
        await assert.rejects(associate(spoke, zone, place.vpc), conflict);
    });

    it("is refused a second time", async () => {
        const { hub } = accounts();
        const vpc = await vpcOf(hub);
        const zone = await zoneOf(hub, vpc);
        await assert.rejects(associate(hub, zone, vpc), { message: /ConflictingDomainExists/ });
    });

    it("ends from the spoke's side and leaves the others", async () => {
        const { hub, spoke, world } = accounts();
        const home = await vpcOf(hub);
        const zone = await zoneOf(hub, home);
        const [one, two] = [await vpcOf(spoke), await vpcOf(spoke)];
        const { association } = await associated(hub, spoke, zone, one);
        await associated(hub, spoke, zone, two);
        await spoke.delete(association);
        assert.deepEqual(
            world.objects.zones[zone.id]?.vpcs.map(({ vpcId }) => vpcId),
            [home.id, two.id],
        );
        assert.equal(spoke.refresh(association), undefined);
        await spoke.delete(association);
    });

    it("does not take the last VPC from a zone", async () => {
        const { hub } = accounts();
        const [one, two] = [await vpcOf(hub), await vpcOf(hub)];
        const zone = await zoneOf(hub, one);
        const association = await associate(hub, zone, two);
        const refreshed = hub.refresh(zone);
        assert.ok(refreshed !== undefined);
        await hub.update(refreshed, { name: EKS, vpcs: [{ vpcId: two.id }] });
        await assert.rejects(hub.delete(association), {
            message: /DisassociateVPCFromHostedZone, api error LastVPCAssociation: /,
        });
    });

    it("is left alone by a zone that is updated without knowing of it", async () => {
        const { hub, spoke, world } = accounts();
        const home = await vpcOf(hub);
        const zone = await zoneOf(hub, home);
        await associated(hub, spoke, zone, await vpcOf(spoke));
        await hub.update(zone, { ...zone.inputs, comment: "other" });
        assert.equal(world.objects.zones[zone.id]?.vpcs.length, 2);
    });

    it("is undone by a zone that lists its VPCs inline and is updated after a refresh", async () => {
        const { hub, spoke } = accounts();
        const home = await vpcOf(hub);
        const zone = await zoneOf(hub, home);
        const { association } = await associated(hub, spoke, zone, await vpcOf(spoke));
        const refreshed = hub.refresh(zone);
        assert.ok(refreshed !== undefined);
        const inline = { name: EKS, vpcs: [{ vpcId: home.id }] };
        assert.deepEqual(hub.diff(refreshed, inline).changed, ["vpcs"]);
        await hub.update(refreshed, inline);
        assert.equal(spoke.refresh(association), undefined);
    });
});

describe("aws.route53.VpcAssociationAuthorization", () => {
    it("is for the owner of the zone to give", async () => {
        const { hub, spoke } = accounts();
        const zone = await zoneOf(hub, await vpcOf(hub));
        await assert.rejects(authorize(spoke, zone, "vpc-1"), {
            message:
                /CreateVPCAssociationAuthorization, api error AccessDenied: User: .*444455556666.* is not authorized to access this resource$/,
        });
        const given = await authorize(hub, zone, "vpc-1");
        assert.equal(given.id, `${zone.id}:vpc-1`);
        assert.deepEqual(given.outputs, {
            vpcId: "vpc-1",
            vpcRegion: "eu-west-1",
            zoneId: zone.id,
        });
    });

    it("is given 1,000 times per zone at most, a repetition not counted", async () => {
        const { hub } = accounts();
        const zone = await zoneOf(hub, await vpcOf(hub));
        for (let index = 0; index < 1_000; index += 1) {
            await authorize(hub, zone, `vpc-${index}`);
        }
        await assert.rejects(authorize(hub, zone, "vpc-more"), {
            message: /api error TooManyVPCAssociationAuthorizations: /,
        });
        await authorize(hub, zone, "vpc-7");
    });

    it("makes no sense for a public zone", async () => {
        const { hub } = accounts();
        const zone = await hub.create("route53.Zone", { name: "public.example" });
        await assert.rejects(authorize(hub, zone, "vpc-1"), {
            message: /api error PublicZoneVPCAssociation: /,
        });
    });
});
