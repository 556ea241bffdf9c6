import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { issueId, put } from "../../../../simulated-aws/world/objectsOf";
import type { World } from "../../../../simulated-aws/world/types";
import { endpointInputs, network } from "../../support/engine";
import { accounts, aliasTo, EKS, HUB, sharedEndpoint, vpcOf, zoneOf } from "../../support/zones";

const FAILED = "operation error Route 53:";

/** Another VPC of the hub, without what comes with one: enough for a zone. */
function addVpc(world: World, sample: string): string {
    const id = issueId(world, "vpc");
    const found = world.objects.vpcs[sample];
    assert.ok(found !== undefined);
    put(world, "vpcs", { ...found, id });
    return id;
}

describe("aws.route53.Zone", () => {
    it("shows what AWS settled, and belongs to no region", async () => {
        const { hub } = accounts();
        const vpc = await vpcOf(hub);
        const zone = await zoneOf(hub, vpc, { tags: { a: "b" } });
        assert.match(zone.id, /^Z0[0-9A-F]{18}$/);
        assert.deepEqual(zone.outputs, {
            arn: `arn:aws:route53:::hostedzone/${zone.id}`,
            comment: "Managed by Pulumi",
            enableAcceleratedRecovery: false,
            forceDestroy: false,
            name: EKS,
            nameServers: [
                "ns-0.awsdns-00.com",
                "ns-1024.awsdns-00.org",
                "ns-1536.awsdns-00.co.uk",
                "ns-512.awsdns-00.net",
            ],
            primaryNameServer: "ns-1536.awsdns-00.co.uk",
            tags: { a: "b" },
            tagsAll: { a: "b" },
            vpcs: [{ vpcId: vpc.id, vpcRegion: "eu-west-1" }],
            zoneId: zone.id,
        });
        assert.deepEqual(hub.refresh(zone)?.outputs, zone.outputs);
        assert.deepEqual(hub.diff(zone, { name: EKS, vpcs: [{ vpcId: vpc.id }] }).changed, [
            "tags",
        ]);
    });

    it("is replaced by another name, and by no other change", async () => {
        const { hub } = accounts();
        const vpc = await vpcOf(hub);
        const zone = await zoneOf(hub, vpc);
        const other = { name: "other.example", vpcs: [{ vpcId: vpc.id }] };
        assert.deepEqual(hub.diff(zone, other).replaces, ["name"]);
        const changed = hub.diff(zone, { name: EKS, comment: "ours", vpcs: [{ vpcId: "vpc-2" }] });
        assert.deepEqual(changed.changed, ["vpcs", "comment"]);
        assert.deepEqual(changed.replaces, []);
    });

    it("follows its inline VPCs in place", async () => {
        const { hub } = accounts();
        const [one, two] = [await vpcOf(hub), await vpcOf(hub)];
        const zone = await zoneOf(hub, one);
        const moved = await hub.update(zone, { name: EKS, vpcs: [{ vpcId: two.id }] });
        assert.deepEqual(moved.outputs.vpcs, [{ vpcId: two.id, vpcRegion: "eu-west-1" }]);
    });

    it("keeps its last VPC", async () => {
        const { hub } = accounts();
        const vpc = await vpcOf(hub);
        const zone = await zoneOf(hub, vpc);
        await assert.rejects(hub.update(zone, { name: EKS }), {
            message:
                `${FAILED} AssociateVPCWithHostedZone, api error LastVPCAssociation: The VPC ${vpc.id} is the last ` +
                `one of the private hosted zone ${zone.id}; it cannot be disassociated.`,
        });
    });

    it("is not deleted while records are in it, unless it is forced", async () => {
        const { hub, world } = accounts();
        const { zone, endpoint } = await sharedEndpoint(hub);
        await assert.rejects(hub.delete(zone), {
            message:
                `${FAILED} DeleteHostedZone, api error HostedZoneNotEmpty: The specified hosted zone contains ` +
                "non-required resource record sets and so cannot be deleted.",
        });
        const inputs = { ...zone.inputs, forceDestroy: true };
        await hub.delete(await hub.update(zone, inputs));
        assert.deepEqual([world.objects.zones, world.objects.records], [{}, {}]);
        await assert.rejects(hub.create("route53.Record", aliasTo(endpoint, zone)), {
            message: /NoSuchHostedZone: No hosted zone found with ID: Z/,
        });
    });

    it("is refused where the VPC sees a zone of that name, and leaves nothing behind", async () => {
        const { hub, world } = accounts();
        const vpc = await vpcOf(hub);
        const first = await zoneOf(hub, vpc);
        await assert.rejects(zoneOf(hub, vpc, { name: `${EKS.toUpperCase()}.` }), {
            message:
                `${FAILED} CreateHostedZone, api error ConflictingDomainExists: The VPC ${vpc.id} in region eu-west-1 ` +
                `has already been associated with the hosted zone ${first.id} with the same domain name.`,
        });
        assert.deepEqual(Object.keys(world.objects.zones), [first.id]);
        await zoneOf(hub, vpc, { name: `oidc.${EKS}` });
        assert.equal(Object.keys(world.objects.zones).length, 2);
    });

    it("is refused where an endpoint's private DNS has that name", async () => {
        const { hub } = accounts();
        const place = await network(hub);
        const endpoint = await hub.create("ec2.VpcEndpoint", endpointInputs(place));
        const refused = { message: /ConflictingDomainExists: The VPC vpc-\w+ in region eu-west-1/ };
        await assert.rejects(zoneOf(hub, place.vpc), refused);
        const inputs = endpointInputs(place, "eks", { privateDnsEnabled: false });
        await hub.update(endpoint, inputs);
        await zoneOf(hub, place.vpc);
    });

    it("keeps an endpoint from having private DNS of that name", async () => {
        const { hub } = accounts();
        const place = await network(hub);
        await zoneOf(hub, place.vpc);
        await assert.rejects(hub.create("ec2.VpcEndpoint", endpointInputs(place)), {
            message:
                "operation error EC2: CreateVpcEndpoint, api error InvalidParameter: private-dns-enabled cannot be " +
                `set because there is already a conflicting DNS domain for ${EKS} in the VPC ${place.vpc.id}`,
        });
        await hub.create("ec2.VpcEndpoint", endpointInputs(place, "oidc-eks"));
    });

    it("has 300 VPCs at most", async () => {
        const { hub, world } = accounts();
        const vpc = await vpcOf(hub);
        const vpcs = Array.from({ length: 300 }, () => ({ vpcId: addVpc(world, vpc.id) }));
        const zone = await hub.create("route53.Zone", { name: EKS, vpcs });
        await assert.rejects(
            hub.create("route53.ZoneAssociation", { zoneId: zone.id, vpcId: vpc.id }),
            { message: /AssociateVPCWithHostedZone, api error LimitsExceeded: / },
        );
    });

    it("is one of 500 in an account", async () => {
        const { hub, spoke, world } = accounts();
        const { id } = await hub.create("route53.Zone", { name: "public.example" });
        const sample = world.objects.zones[id];
        assert.ok(sample !== undefined);
        for (let index = 1; index < 500; index += 1) {
            put(world, "zones", { ...sample, id: `Z${index}`, account: HUB });
        }
        await assert.rejects(hub.create("route53.Zone", { name: "more.example" }), {
            message: /TooManyHostedZones: Limits Exceeded: MAX_HOSTED_ZONES_BY_ACCOUNT/,
        });
        await spoke.create("route53.Zone", { name: "more.example" });
    });

    it("is seen by its own account only", async () => {
        const { hub, spoke } = accounts();
        const zone = await zoneOf(hub, await vpcOf(hub));
        assert.equal(spoke.refresh(zone), undefined);
    });
});
