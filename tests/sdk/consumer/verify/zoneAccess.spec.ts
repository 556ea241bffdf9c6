import assert from "node:assert/strict";

import { checkZoneAccess } from "../../../../sdk/consumer/verify/zoneAccess";
import { joining, SPOKE } from "../../../support/joining";
import { sorted } from "../../../support/problems";

const judge = sorted(checkZoneAccess);

const HUB_CALLER = { accountId: "111122223333", region: "eu-central-1", partition: "aws" };
const NONE = { problems: [], warnings: [] };

describe("checkZoneAccess", () => {
    it("finds none for a VPC that the hub has authorised", () => {
        assert.deepEqual(judge(joining()), NONE);
    });

    it("says what to add to the share for a VPC that is not among its consumers", () => {
        const consumers = { other: { ...SPOKE, vpcId: "vpc-06", region: "eu-central-1" } };
        assert.deepEqual(judge(joining({}, { consumers })).problems, [
            {
                path: "connection.consumers",
                reason:
                    "VPC vpc-05 of account 222233334444 is not among them (other); add " +
                    '{ vpcId: "vpc-05", accountId: "222233334444" } to consumers of the EksEndpointShare in stack ' +
                    "acme/network/hub under a name of your choice, and run pulumi up there first",
            },
        ]);
    });

    it("tells that the VPC is listed with another account", () => {
        const spoke = { ...SPOKE, accountId: "999900001111", region: "eu-central-1" };
        const found = judge(joining({}, { consumers: { spoke } }));
        assert.deepEqual(found.problems, [
            {
                path: "connection.consumers.spoke.accountId",
                reason:
                    "VPC vpc-05 is there with account 999900001111, and this stack works in account 222233334444; " +
                    'deploy with the account that owns the VPC, or write accountId: "222233334444" for consumers.spoke ' +
                    "of the EksEndpointShare in stack acme/network/hub, and run pulumi up there first",
            },
        ]);
    });

    it("tells it with the hub's credentials too, and not to remove what works", () => {
        const consumers = { spoke: { ...SPOKE, region: "eu-central-1" } };
        const found = judge(joining({ caller: HUB_CALLER }, { consumers }));
        assert.deepEqual(found.problems, [
            {
                path: "connection.consumers.spoke.accountId",
                reason:
                    "VPC vpc-05 is there with account 222233334444, and this stack works in account 111122223333; " +
                    'deploy with the account that owns the VPC, or write accountId: "111122223333" for consumers.spoke ' +
                    "of the EksEndpointShare in stack acme/network/hub, and run pulumi up there first",
            },
        ]);
    });

    it("asks another account than the endpoints' for a VPC of its own", () => {
        const { problems } = judge(joining({ vpcId: "vpc-0a" }));
        assert.deepEqual(problems, [
            {
                path: "vpcId",
                reason:
                    "VPC vpc-0a is that of the endpoints of stack acme/network/hub, in account 111122223333, and this " +
                    "stack works in account 222233334444; give the ID of a VPC of account 222233334444",
            },
        ]);
    });

    it("has nothing to say where an older hub does not tell whom it has authorised", () => {
        const found = judge(joining({}, { consumers: undefined }));
        assert.deepEqual(found, NONE);
    });

    it("calls a consumer needless that the share of its own account associates", () => {
        const spoke = { ...SPOKE, accountId: "111122223333", region: "eu-central-1" };
        const found = judge(joining({ caller: HUB_CALLER }, { consumers: { spoke } }));
        assert.deepEqual(found.problems, [
            {
                path: "vpcId",
                reason:
                    "VPC vpc-05 is in the hub's own account and there as consumers.spoke, so the EksEndpointShare of " +
                    "stack acme/network/hub associates it; remove this EksEndpointConsumer, which is for VPCs of other accounts",
            },
        ]);
    });

    it("lets another VPC of the hub's account in, which needs no authorisation", () => {
        const found = judge(joining({ caller: HUB_CALLER }, { consumers: {} }));
        assert.deepEqual(found, NONE);
    });

    it("calls a consumer needless for the VPC of the endpoints, whatever else is known", () => {
        for (const consumers of [{}, undefined]) {
            const found = judge(joining({ caller: HUB_CALLER, vpcId: "vpc-0a" }, { consumers }));
            assert.match(
                found.problems[0]?.reason ?? "",
                /^VPC vpc-0a has the endpoints itself, so/,
            );
        }
    });

    it("waits for a VPC that is not known yet", () => {
        const found = judge(joining({ vpcId: undefined }, { consumers: {} }));
        assert.deepEqual(found, NONE);
    });

    it("tells how to move where the hub has a profile too", () => {
        const { problems, warnings } = judge(joining({}, { profileId: "rp-1" }));
        assert.deepEqual(problems, []);
        assert.deepEqual(warnings, [
            "method: stack acme/network/hub shares the same names in profile rp-1 too; to move to it, write " +
                'method: "profile", which associates the profile before it takes the zones away',
        ]);
    });
});
