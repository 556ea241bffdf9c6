import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { textOf } from "../../../../simulated-aws/model/values";
import { accounts, SPOKE } from "../../support/zones";

describe("aws.ram.ResourceShareAssociationsExclusive", () => {
    /** A share that holds a profile, for the account of the spoke. */
    async function shared() {
        const { hub, spoke } = accounts();
        const share = await hub.create("ram.ResourceShare", { name: "eks" });
        const profile = await hub.create("route53.ProfilesProfile", {});
        const wanted = {
            resourceShareArn: share.id,
            principals: [SPOKE],
            resourceArns: [textOf(profile.outputs.arn)],
        };
        const kept = await hub.create("ram.ResourceShareAssociationsExclusive", wanted);
        return { hub, spoke, share, wanted, kept };
    }

    it("gives a share what it names, and shows what it has", async () => {
        const { hub, share, wanted, kept } = await shared();
        assert.equal(kept.id, share.id);
        const { principals, resourceArns } = hub.refresh({ ...kept, outputs: {} })?.outputs ?? {};
        assert.deepEqual(
            { principals, resourceArns },
            {
                principals: wanted.principals,
                resourceArns: wanted.resourceArns,
            },
        );
    });

    it("takes away what it does not name, and with its delete everything", async () => {
        const { hub, kept, wanted } = await shared();
        const emptied = await hub.update(kept, { ...wanted, principals: [] });
        assert.deepEqual(emptied.outputs.principals, []);
        await hub.delete(kept);
        assert.deepEqual(hub.refresh(kept)?.outputs.resourceArns, []);
    });

    it("refuses what the share may not have, as single associations do", async () => {
        const { hub, kept, wanted } = await shared();
        await assert.rejects(hub.update(kept, { ...wanted, principals: ["999900001111"] }), {
            message: /OperationNotPermittedException/,
        });
    });

    it("is none of another account's", async () => {
        const { spoke, kept } = await shared();
        assert.equal(spoke.refresh(kept), undefined);
    });
});
