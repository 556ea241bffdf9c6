import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { Engine, type Kept } from "../support/engine";

const DOCUMENT = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

/** A role with an inline policy `own`. */
async function roleWithPolicy(): Promise<{ engine: Engine; role: Kept }> {
    const engine = new Engine();
    const role = await engine.create("iam.Role", { name: "flows", assumeRolePolicy: DOCUMENT });
    await engine.create("iam.RolePolicy", { role: role.id, name: "own", policy: DOCUMENT });
    return { engine, role };
}

describe("aws.iam.RolePoliciesExclusive", () => {
    const inputs = { roleName: "flows", policyNames: ["own"] };

    it("shows an inline policy that was added, and takes it away", async () => {
        const { engine, role } = await roleWithPolicy();
        const kept = await engine.create("iam.RolePoliciesExclusive", inputs);
        const other = { role: role.id, name: "other", policy: DOCUMENT };
        await engine.create("iam.RolePolicy", other);
        const seen = engine.refresh(kept);
        assert.deepEqual(seen?.outputs.policyNames, ["own", "other"]);
        const repaired = await engine.update(seen, inputs);
        assert.deepEqual(repaired.outputs.policyNames, ["own"]);
    });

    it("leaves the policies that it names when it is deleted", async () => {
        const { engine } = await roleWithPolicy();
        const kept = await engine.create("iam.RolePoliciesExclusive", inputs);
        await engine.delete(kept);
        assert.deepEqual(engine.refresh(kept)?.outputs.policyNames, ["own"]);
    });

    it("cannot bring a policy of which it has no document", async () => {
        const { engine } = await roleWithPolicy();
        const wanted = { ...inputs, policyNames: ["own", "missing"] };
        await assert.rejects(engine.create("iam.RolePoliciesExclusive", wanted), {
            message: /IAM: DeleteRolePolicy, api error ValidationError: .*missing/,
        });
    });
});

describe("aws.iam.RolePolicyAttachmentsExclusive", () => {
    it("shows a managed policy that was attached, and detaches it", async () => {
        const { engine } = await roleWithPolicy();
        const inputs = { roleName: "flows", policyArns: [] };
        const kept = await engine.create("iam.RolePolicyAttachmentsExclusive", inputs);
        const attached = { ...inputs, policyArns: [ADMINISTRATOR] };
        await engine.update(kept, attached);
        const seen = engine.refresh(kept);
        assert.deepEqual(seen?.outputs.policyArns, [ADMINISTRATOR]);
        assert.deepEqual((await engine.update(seen, inputs)).outputs.policyArns, []);
    });

    it("is gone with its role", async () => {
        const { engine, role } = await roleWithPolicy();
        const inputs = { roleName: "flows", policyArns: [] };
        const kept = await engine.create("iam.RolePolicyAttachmentsExclusive", inputs);
        engine.world.objects.roles = {};
        assert.equal(engine.refresh(kept), undefined);
        assert.equal(engine.refresh(role), undefined);
    });
});
