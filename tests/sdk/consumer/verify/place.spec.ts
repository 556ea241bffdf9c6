import assert from "node:assert/strict";

import { checkPlace } from "../../../../sdk/consumer/verify/place";
import { joining } from "../../../support/joining";

const SERVICES = ["eks", "eks-auth", "oidc-eks"] as const;

describe("checkPlace", () => {
    it("finds none where region and partition are the endpoints'", () => {
        assert.deepEqual(checkPlace(joining()), []);
    });

    it("names both regions, and the two ways out", () => {
        const caller = { accountId: "222233334444", region: "eu-west-1", partition: "aws" };
        assert.deepEqual(checkPlace(joining({ caller })), [
            {
                path: "connection.region",
                reason:
                    "the endpoints of stack acme/network/hub answer for region eu-central-1, and this stack works in " +
                    'eu-west-1; give the connection of a hub in eu-west-1, or region: "eu-central-1" for a VPC there',
            },
        ]);
    });

    it("speaks of the partition alone where that differs", () => {
        const caller = { accountId: "222233334444", region: "cn-north-1", partition: "aws-cn" };
        assert.deepEqual(checkPlace(joining({ caller })), [
            {
                path: "connection.partition",
                reason:
                    "the endpoints of stack acme/network/hub are in partition aws, and this stack works in aws-cn; " +
                    "nothing is shared between partitions, so give the connection of a hub in aws-cn",
            },
        ]);
    });

    it("asks for the region where services have other host names than were planned", () => {
        const china = { region: "cn-north-1", partition: "aws-cn" };
        const given = {
            args: { services: [...SERVICES], method: "hostedZones" as const },
            caller: { accountId: "222233334444", ...china },
        };
        assert.deepEqual(checkPlace(joining(given, china)), [
            {
                path: "region",
                reason: 'is missing, and in cn-north-1 the services have other host names than elsewhere; give region: "cn-north-1"',
            },
        ]);
        const args = { ...given.args, region: "cn-north-1" };
        assert.deepEqual(checkPlace(joining({ ...given, args }, china)), []);
    });
});
