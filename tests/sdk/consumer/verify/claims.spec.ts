import assert from "node:assert/strict";

import type { ChildScope } from "../../../../sdk/component/scope";
import { claimVpc } from "../../../../sdk/consumer/verify/claims";
import { joining } from "../../../support/joining";

const scope = (name: string) => ({ name }) as ChildScope;

describe("claimVpc", () => {
    it("says of a second profile that it has the priority of the first, and of which consumer", () => {
        const first = joining();
        const spoke = {
            ...first,
            vpcId: "vpc-0c1a1",
            args: { ...first.args, method: "profile" as const },
        };
        assert.deepEqual(claimVpc(spoke, scope("one")), []);
        assert.deepEqual(claimVpc(spoke, scope("two")), [
            {
                path: "vpcId",
                reason:
                    'VPC vpc-0c1a1 already has EksEndpointConsumer "one", which brings a profile of the same priority, and ' +
                    "the two profiles that a VPC takes differ in it (the provider gives each 100); remove one of the two",
            },
        ]);
    });

    it("lets a VPC have a profile and zones, and another VPC have the same profile", () => {
        const first = joining();
        const args = { ...first.args, method: "profile" as const };
        assert.deepEqual(claimVpc({ ...first, vpcId: "vpc-0c1a2", args }, scope("one")), []);
        assert.deepEqual(claimVpc({ ...first, vpcId: "vpc-0c1a2" }, scope("two")), []);
        assert.deepEqual(claimVpc({ ...first, vpcId: "vpc-0c1a3", args }, scope("three")), []);
    });
});
