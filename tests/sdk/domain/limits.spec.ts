import assert from "node:assert/strict";

import {
    FEWEST_RESOLVER_ADDRESSES,
    VPCS_PER_PROFILE,
    VPCS_PER_ZONE,
} from "../../../sdk/domain/limits";
import { DEFAULT_ACCOUNT, memoryStore, Provider, type World } from "../../../simulated-aws/index";
import { createNetwork, createSecurityGroup } from "../../support/network";

const REGION = "eu-central-1";

function providerOf(world: World): Provider {
    const config = { account: DEFAULT_ACCOUNT, region: REGION, defaultTags: {} };
    return new Provider(memoryStore(world), config);
}

/** Puts copies of a VPC into a world. */
function copyVpc(world: World, vpcId: string, count: number): string[] {
    const vpc = world.objects.vpcs[vpcId];
    assert.ok(vpc);
    return Array.from({ length: count }, (_, i) => {
        const id = `vpc-${String(i).padStart(17, "0")}`;
        world.objects.vpcs[id] = { ...vpc, id };
        return id;
    });
}

describe("the limits, which the simulated AWS knows from elsewhere", () => {
    it("are the most VPCs that a hosted zone takes", async () => {
        const { world, vpcId } = await createNetwork();
        const zoneOf = (ids: string[], name: string) =>
            providerOf(world).create(
                "aws:route53/zone:Zone",
                { name, vpcs: ids.map((id) => ({ vpcId: id })) },
                false,
            );
        const vpcIds = copyVpc(world, vpcId, VPCS_PER_ZONE + 1);
        await zoneOf(vpcIds.slice(1), "full.example.com");
        await assert.rejects(zoneOf(vpcIds, "more.example.com"), /LimitsExceeded/);
    });

    it("are the most VPCs that a profile takes", async () => {
        const { world, vpcId } = await createNetwork();
        const provider = providerOf(world);
        const profile = await provider.create(
            "aws:route53/profilesProfile:ProfilesProfile",
            { name: "eks" },
            false,
        );
        const use = (resourceId: string) =>
            provider.create(
                "aws:route53/profilesAssociation:ProfilesAssociation",
                { name: "eks", profileId: profile.id, resourceId },
                false,
            );
        const [last = "", ...others] = copyVpc(world, vpcId, VPCS_PER_PROFILE + 1);
        for (const id of others) {
            await use(id);
        }
        await assert.rejects(use(last), /LimitExceeded/);
    });

    it("are the fewest addresses that a Resolver endpoint takes", async () => {
        const { world, vpcId, subnetIds } = await createNetwork();
        const group = await createSecurityGroup(world, vpcId);
        const resolverOf = (ids: string[]) =>
            providerOf(world).create(
                "aws:route53/resolverEndpoint:ResolverEndpoint",
                {
                    direction: "INBOUND",
                    ipAddresses: ids.map((subnetId) => ({ subnetId })),
                    securityGroupIds: [group],
                },
                false,
            );
        await resolverOf(subnetIds.slice(0, FEWEST_RESOLVER_ADDRESSES));
        await assert.rejects(
            resolverOf(subnetIds.slice(0, FEWEST_RESOLVER_ADDRESSES - 1)),
            /InvalidRequest/,
        );
    });
});
