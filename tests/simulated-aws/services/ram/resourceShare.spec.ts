import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { accounts, HUB, SPOKE, STRANGER } from "../../support/zones";

async function shared(more: Properties = {}) {
    const made = accounts();
    const { hub } = made;
    const share = await hub.create("ram.ResourceShare", { name: "eks", ...more });
    const profile = await hub.create("route53.ProfilesProfile", {});
    const admit = (principal: string) =>
        hub.create("ram.PrincipalAssociation", { resourceShareArn: share.id, principal });
    const refused = (principal: string, expected: string) =>
        assert.rejects(admit(principal), {
            message: `operation error RAM: AssociateResourceShare, api error ${expected}`,
        });
    return { ...made, share, profile, admit, refused };
}

const OUTSIDE =
    "OperationNotPermittedException: The resource you are attempting to share can only be shared within your AWS " +
    "Organization. This error may also occur if you have not enabled sharing with your AWS organization, or that " +
    "onboarding process is still in progress.";

describe("aws.ram.ResourceShare", () => {
    it("keeps principals of other organisations out by default", async () => {
        const { share, admit, refused } = await shared();
        assert.equal(share.outputs.allowExternalPrincipals, false);
        assert.match(
            share.id,
            new RegExp(`^arn:aws:ram:eu-west-1:${HUB}:resource-share/[0-9a-f-]{36}$`),
        );
        await refused(STRANGER, OUTSIDE);
        await refused("999900001111", OUTSIDE);
        await admit(SPOKE);
    });

    it("takes them in when it is told to, and cannot go back while they are in", async () => {
        const { hub, share, admit } = await shared({ allowExternalPrincipals: true });
        const external = await admit(STRANGER);
        const closed = { name: "eks", allowExternalPrincipals: false };
        await assert.rejects(hub.update(share, closed), {
            message: /UpdateResourceShare, api error Oper/,
        });
        await hub.delete(external);
        assert.equal((await hub.update(share, closed)).outputs.allowExternalPrincipals, false);
    });

    it("knows its own organisation only", async () => {
        const { refused, admit } = await shared({ allowExternalPrincipals: true });
        const arn = (id: string) => `arn:aws:organizations::${HUB}:organization/${id}`;
        await admit(arn("o-a"));
        await refused(arn("o-b"), "UnknownResourceException: Organization o-b could not be found.");
        await refused(
            "o-a",
            "InvalidParameterException: Principal ID o-a is malformed. Verify the ID and try again.",
        );
    });

    it("holds resources of its account that can be shared", async () => {
        const { hub, spoke, share, profile } = await shared();
        const hold = (resourceArn: string) =>
            hub.create("ram.ResourceAssociation", { resourceShareArn: share.id, resourceArn });
        const arn = textOf(profile.outputs.arn);
        const held = await hold(arn);
        assert.equal(held.id, `${share.id},${arn}`);
        assert.deepEqual(hub.refresh(share)?.outputs.permissionArns, [
            "arn:aws:ram::aws:permission/AWSRAMPermissionRoute53ProfileAllowAssociation",
        ]);
        const foreign = await spoke.create("route53.ProfilesProfile", {});
        const unknown = { message: /MalformedArnException: / };
        await assert.rejects(hold(textOf(foreign.outputs.arn)), unknown);
        await assert.rejects(hold("arn:aws:s3:::bucket"), unknown);
        await hub.delete(held);
        assert.equal(hub.refresh(held), undefined);
    });

    it("is for its owner to change", async () => {
        const { spoke, share } = await shared();
        const inputs = { resourceShareArn: share.id, principal: SPOKE };
        await assert.rejects(spoke.create("ram.PrincipalAssociation", inputs), {
            message: new RegExp(
                `UnknownResourceException: ResourceShare ${share.id} could not be found`,
            ),
        });
    });

    it("changes its name in place and its permissions by a new share", async () => {
        const { hub, share } = await shared();
        const differs = hub.diff(share, { name: "other", permissionArns: ["arn:x"] });
        assert.deepEqual(
            [differs.changed.sort(), differs.replaces],
            [["name", "permissionArns"], ["permissionArns"]],
        );
        assert.equal((await hub.update(share, { name: "other" })).outputs.name, "other");
    });

    it("leaves nothing shared when it is deleted", async () => {
        const { hub, share, admit } = await shared();
        const principal = await admit(SPOKE);
        await hub.delete(share);
        assert.equal(hub.refresh(principal), undefined);
        await hub.delete(principal);
    });
});
