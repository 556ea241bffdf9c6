import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import { resolve } from "../../../../simulated-aws/packet/resolve";
import { put } from "../../../../simulated-aws/world/objectsOf";
import type { World } from "../../../../simulated-aws/world/types";
import { endpointInputs, Engine, type Kept, network } from "../../support/engine";
import { addressesAt, carry, shareWith, use, withProfile } from "../../support/profiles";
import { associated, EKS, HUB, SPOKE, vpcOf, zoneOf } from "../../support/zones";

/** What the console can do and the provider cannot. */
function setPriority(world: World, association: Kept, priority: number): void {
    const found = world.objects.profileVpcs[association.id];
    assert.ok(found);
    put(world, "profileVpcs", { ...found, priority });
}

/** A zone with another address for the EKS API. */
async function otherZone(hub: Engine, name = EKS): Promise<Kept> {
    const zone = await zoneOf(hub, await vpcOf(hub), { name });
    const record = { zoneId: zone.id, name: EKS, type: "A", ttl: 60, records: ["192.0.2.1"] };
    await hub.create("route53.Record", record);
    return zone;
}

describe("a Route 53 profile", () => {
    it("shows what AWS settled", async () => {
        const { hub, profile } = await withProfile();
        assert.match(profile.id, /^rp-[0-9a-f]{16}$/);
        assert.deepEqual(profile.outputs, {
            arn: `arn:aws:route53profiles:eu-west-1:${HUB}:profile/${profile.id}`,
            name: "eks",
            ownerId: HUB,
            region: "eu-west-1",
            shareStatus: "NOT_SHARED",
            status: "COMPLETE",
            statusMessage: "Created Profile",
            tagsAll: {},
        });
        await shareWith(hub, profile, SPOKE);
        assert.equal(hub.refresh(profile)?.outputs.shareStatus, "SHARED_BY_ME");
    });

    it("brings its zones to the VPCs that use it", async () => {
        const { hub, world, zone, profile } = await withProfile();
        const carried = await carry(hub, profile, zone);
        assert.equal(carried.outputs.resourceType, "PRIVATE_HOSTED_ZONE");
        const vpc = await vpcOf(hub);
        assert.deepEqual(addressesAt(world, vpc), []);
        const used = await use(hub, profile, vpc);
        assert.deepEqual(addressesAt(world, vpc), ["10.0.0.4", "10.0.1.4"]);
        await hub.delete(used);
        assert.deepEqual(addressesAt(world, vpc), []);
        await use(hub, profile, vpc);
        await hub.delete(carried);
        assert.deepEqual(addressesAt(world, vpc), []);
    });

    it("brings the private names of an endpoint in it", async () => {
        const { hub, world, endpoint, profile } = await withProfile();
        const carried = await carry(hub, profile, endpoint);
        assert.equal(carried.outputs.resourceType, "VPC_ENDPOINT");
        const vpc = await vpcOf(hub);
        await use(hub, profile, vpc);
        const name = "eks.eu-west-1.api.aws";
        assert.deepEqual(addressesAt(world, vpc, name), ["10.0.0.4", "10.0.1.4"]);
    });

    it("loses to a zone and to an endpoint of the VPC for the same name", async () => {
        const { hub, world, zone, profile } = await withProfile();
        await carry(hub, profile, zone);
        const vpc = await vpcOf(hub);
        await use(hub, profile, vpc);
        const own = await zoneOf(hub, vpc);
        const values = { ttl: 60, records: ["10.7.7.7"] };
        await hub.create("route53.Record", { zoneId: own.id, name: EKS, type: "A", ...values });
        assert.deepEqual(addressesAt(world, vpc), ["10.7.7.7"]);
        const place = await network(hub);
        await use(hub, profile, place.vpc);
        const nearer = await hub.create("ec2.VpcEndpoint", endpointInputs(place));
        const answer = resolve(world, { vpcId: place.vpc.id }, EKS);
        assert.equal(answer.status === "private" && answer.endpointId, nearer.id);
    });

    it("is added to associated zones without touching them", async () => {
        const { hub, spoke, world, zone, profile } = await withProfile();
        const vpc = await vpcOf(spoke);
        const { association } = await associated(hub, spoke, zone, vpc);
        await carry(hub, profile, zone);
        await shareWith(hub, profile, SPOKE);
        await use(spoke, profile, vpc);
        assert.deepEqual(addressesAt(world, vpc), ["10.0.0.4", "10.0.1.4"]);
        await spoke.delete(association);
        assert.deepEqual(addressesAt(world, vpc), ["10.0.0.4", "10.0.1.4"]);
    });

    it("is one per VPC and priority", async () => {
        const { hub, profile } = await withProfile();
        const vpc = await vpcOf(hub);
        await use(hub, profile, vpc);
        await assert.rejects(use(hub, profile, vpc), { message: /ResourceExistsException: / });
        const other = await hub.create("route53.ProfilesProfile", {});
        await assert.rejects(use(hub, other, vpc), {
            message:
                "operation error Route53Profiles: AssociateProfile, api error ConflictException: The profile " +
                `${profile.id} is associated with the resource ${vpc.id} at the priority 100.`,
        });
    });

    it("is one of two of a VPC where the first was given another priority", async () => {
        const { hub, world, profile, zone } = await withProfile();
        const vpc = await vpcOf(hub);
        await carry(hub, profile, zone);
        const first = await use(hub, profile, vpc);
        setPriority(world, first, 200);
        const [second, third] = [
            await hub.create("route53.ProfilesProfile", {}),
            await hub.create("route53.ProfilesProfile", {}),
        ];
        await carry(hub, second, await otherZone(hub));
        await use(hub, second, vpc);
        assert.deepEqual(addressesAt(world, vpc), ["192.0.2.1"]);
        setPriority(world, first, 99);
        assert.deepEqual(addressesAt(world, vpc), ["10.0.0.4", "10.0.1.4"]);
        await assert.rejects(use(hub, third, vpc), {
            message: new RegExp(`LimitExceededException: The resource ${vpc.id} has 2 profiles, `),
        });
    });

    it("answers for the most specific name whatever its priority", async () => {
        const { hub, world, profile, zone } = await withProfile();
        const vpc = await vpcOf(hub);
        await carry(hub, profile, zone);
        setPriority(world, await use(hub, profile, vpc), 9900);
        const second = await hub.create("route53.ProfilesProfile", {});
        await carry(hub, second, await otherZone(hub, "eu-west-1.amazonaws.com"));
        await use(hub, second, vpc);
        assert.deepEqual(addressesAt(world, vpc), ["10.0.0.4", "10.0.1.4"]);
    });

    it("is for VPCs of the caller and of its own region", async () => {
        const { hub, spoke, world, profile } = await withProfile();
        const missing = (id: string) => ({
            message: new RegExp(
                `ResourceNotFoundException: Can't find the resource with ID "${id}"`,
            ),
        });
        const foreign = await vpcOf(spoke);
        await assert.rejects(use(hub, profile, foreign), missing(foreign.id));
        const london = new Engine(world, HUB, "eu-west-2");
        const distant = await vpcOf(london);
        await assert.rejects(use(london, profile, distant), missing(profile.id));
        await assert.rejects(use(hub, profile, distant), missing(distant.id));
    });

    it("has 1,000 VPCs at most", async () => {
        const { hub, world, profile } = await withProfile();
        const vpc = await vpcOf(hub);
        const used = await use(hub, profile, vpc);
        const sample = world.objects.profileVpcs[used.id];
        assert.ok(sample !== undefined);
        for (let index = 1; index < 1_000; index += 1) {
            put(world, "profileVpcs", { ...sample, id: `rpassoc-${index}`, vpcId: `vpc-${index}` });
        }
        await assert.rejects(use(hub, profile, await vpcOf(hub)), {
            message: /AssociateProfile, api error LimitExceededException: /,
        });
    });

    it("is one of five in a region", async () => {
        const { hub, spoke } = await withProfile();
        for (let index = 1; index < 5; index += 1) {
            await hub.create("route53.ProfilesProfile", {});
        }
        await assert.rejects(hub.create("route53.ProfilesProfile", {}), {
            message: /CreateProfile, api error LimitExceededException: /,
        });
        await spoke.create("route53.ProfilesProfile", {});
    });

    it("carries private zones and endpoints of the own account, each once and each name once", async () => {
        const { hub, spoke, zone, profile } = await withProfile();
        await carry(hub, profile, zone);
        await assert.rejects(carry(hub, profile, zone), { message: /ResourceExistsException: / });
        const twin = await zoneOf(hub, await vpcOf(hub));
        await assert.rejects(carry(hub, profile, twin), { message: /ConflictException: / });
        const missing = {
            message: /ResourceNotFoundException: Can't find the resource with ID "arn:/,
        };
        const foreign = await zoneOf(spoke, await vpcOf(spoke), { name: "foreign.example" });
        await assert.rejects(carry(hub, profile, foreign), missing);
        const open = await hub.create("route53.Zone", { name: "public.example" });
        await assert.rejects(carry(hub, profile, open), missing);
    });

    it("is not deleted while VPCs use it", async () => {
        const { hub, world, zone, profile } = await withProfile();
        await carry(hub, profile, zone);
        const used = await use(hub, profile, await vpcOf(hub));
        await assert.rejects(hub.delete(profile), {
            message: /DeleteProfile, api error ConflictException: /,
        });
        await hub.delete(used);
        await hub.delete(profile);
        assert.deepEqual(world.objects.profileResources, {});
    });

    const changes: [string, Properties, string[]][] = [
        ["route53.ProfilesResourceAssociation", { resourceArn: "arn:other" }, ["resourceArn"]],
        ["route53.ProfilesAssociation", { resourceId: "vpc-other" }, ["resourceId"]],
    ];
    for (const [type, change, expected] of changes) {
        it(`replaces ${type} when ${expected.join()} changes`, async () => {
            const { hub, zone, profile } = await withProfile();
            const made = type.includes("Resource")
                ? await carry(hub, profile, zone)
                : await use(hub, profile, await vpcOf(hub));
            assert.deepEqual(hub.diff(made, { ...made.inputs, ...change }).replaces, expected);
        });
    }
});
