import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { read } from "../../../simulated-aws/model/values";
import { accounts, EKS, HUB, sharedEndpoint, SPOKE, vpcOf, zoneOf } from "../support/zones";

describe("aws.organizations.getOrganization", () => {
    it("names the organisation to each of its accounts, and the accounts to the first", async () => {
        const { hub, spoke } = accounts();
        const seen = await hub.invoke("organizations.getOrganization");
        assert.equal(seen.id, "o-a");
        assert.equal(seen.arn, `arn:aws:organizations::${HUB}:organization/o-a`);
        const ids = read(seen)
            .records("accounts")
            .map(({ id }) => id);
        assert.deepEqual(ids, [HUB, SPOKE]);
        assert.deepEqual(
            read(seen)
                .records("roots")
                .map(({ id }) => id),
            ["r-ab12"],
        );
        const member = await spoke.invoke("organizations.getOrganization");
        assert.deepEqual([member.id, member.masterAccountId], ["o-a", HUB]);
        assert.deepEqual([member.accounts, member.nonMasterAccounts, member.roots], [[], [], []]);
    });

    it("is refused to an account on its own", async () => {
        const { stranger } = accounts();
        await assert.rejects(stranger.invoke("organizations.getOrganization"), {
            message:
                "operation error Organizations: DescribeOrganization, api error AWSOrganizationsNotInUseException: " +
                "Your account is not a member of an organization.",
        });
    });
});

describe("aws.route53.getZone", () => {
    it("finds a zone by ID, and by name and VPC", async () => {
        const { hub } = accounts();
        const { place, zone } = await sharedEndpoint(hub);
        await zoneOf(hub, await vpcOf(hub));
        await hub.create("route53.Zone", { name: EKS });
        const byId = await hub.invoke("route53.getZone", { zoneId: zone.id });
        assert.deepEqual(
            [byId.name, byId.privateZone, byId.resourceRecordSetCount],
            [EKS, true, 3],
        );
        const args = { name: `${EKS}.`, vpcId: place.vpc.id };
        assert.equal((await hub.invoke("route53.getZone", args)).id, zone.id);
        const open = await hub.invoke("route53.getZone", { name: EKS });
        assert.equal(open.privateZone, false);
    });

    it("says when there is none, or more than one", async () => {
        const { hub, spoke } = accounts();
        await zoneOf(hub, await vpcOf(hub));
        await zoneOf(hub, await vpcOf(hub));
        const args = { name: EKS, privateZone: true };
        await assert.rejects(hub.invoke("route53.getZone", args), {
            message: /^multiple Route 53 Hosted Zones matched/,
        });
        await assert.rejects(spoke.invoke("route53.getZone", args), {
            message: "no matching Route 53 Hosted Zone found",
        });
    });
});
