import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { addressesAt, carry, shareWith, use, withProfile } from "../../support/profiles";
import { HUB, SPOKE, vpcOf } from "../../support/zones";

describe("a profile shared through RAM", () => {
    const ORGANIZATION = `arn:aws:organizations::${HUB}:organization/o-a`;
    const unit = (id: string) => `arn:aws:organizations::${HUB}:ou/o-a/${id}`;

    for (const principal of [SPOKE, ORGANIZATION, unit("ou-ab12-22222222")]) {
        it(`reaches a spoke through ${principal}`, async () => {
            const { hub, spoke, stranger, world, zone, profile } = await withProfile();
            await carry(hub, profile, zone);
            const vpc = await vpcOf(spoke);
            const missing = {
                message:
                    "operation error Route53Profiles: AssociateProfile, api error ResourceNotFoundException: " +
                    `Can't find the resource with ID "${profile.id}".`,
            };
            await assert.rejects(use(spoke, profile, vpc), missing);
            const share = await shareWith(hub, profile, principal);
            const used = await use(spoke, profile, vpc);
            assert.equal(used.outputs.ownerId, SPOKE);
            assert.deepEqual(addressesAt(world, vpc), ["10.0.0.4", "10.0.1.4"]);
            await assert.rejects(use(stranger, profile, await vpcOf(stranger)), missing);
            await hub.delete(share);
            await assert.rejects(use(spoke, profile, await vpcOf(spoke)), missing);
        });
    }

    it("does not reach an account of another unit", async () => {
        const { hub, spoke, profile } = await withProfile();
        await shareWith(hub, profile, unit("ou-ab12-11111111"));
        const vpc = await vpcOf(spoke);
        await assert.rejects(use(spoke, profile, vpc), { message: /ResourceNotFoundException/ });
    });
});
