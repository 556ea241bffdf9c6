import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import { Engine } from "../../support/engine";

const DOCUMENT = JSON.stringify({
    Statement: [{ Effect: "Allow", Action: "eks:DescribeCluster", Resource: "*" }],
});
const OF_AWS = "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy";
const role = { name: "node", assumeRolePolicy: "{}" };

async function withRole(more: Properties = {}) {
    const engine = new Engine();
    const made = await engine.create("iam.Role", { ...role, ...more });
    const attachedTo = () => engine.world.objects.roles["111122223333/node"]?.managedPolicyArns;
    return { engine, role: made, attachedTo };
}

describe("a managed policy", () => {
    it("has an ARN of its account and path, and a document that changes in place", async () => {
        const engine = new Engine();
        const inputs = { name: "read", path: "/eks/", policy: DOCUMENT };
        const made = await engine.create("iam.Policy", inputs);
        assert.deepEqual(
            [made.id, made.outputs.arn, made.outputs.attachmentCount],
            [made.id, "arn:aws:iam::111122223333:policy/eks/read", 0],
        );
        assert.deepEqual(engine.diff(made, { ...inputs, policy: "{}" }).replaces, []);
        assert.equal((await engine.update(made, { ...inputs, policy: "{}" })).outputs.policy, "{}");
        assert.deepEqual(engine.diff(made, { ...inputs, path: "/" }).replaces, ["path"]);
        await assert.rejects(
            engine.create("iam.Policy", inputs),
            /EntityAlreadyExists: A policy called read already exists/,
        );
        await engine.delete(made);
        assert.equal(engine.refresh(made), undefined);
    });

    it("is attached to a role, and stays while it is", async () => {
        const { engine, role: holder, attachedTo } = await withRole();
        const policy = await engine.create("iam.Policy", { name: "read", policy: DOCUMENT });
        const inputs = { role: "node", policyArn: policy.outputs.arn };
        const made = await engine.create("iam.RolePolicyAttachment", inputs as Properties);
        assert.deepEqual([made.id, attachedTo()], [`node/${policy.id}`, [policy.id]]);
        assert.equal(engine.refresh(policy)?.outputs.attachmentCount, 1);
        await assert.rejects(
            engine.delete(policy),
            /DeleteConflict: Cannot delete a policy attached/,
        );
        await assert.rejects(
            engine.delete(holder),
            /DeleteConflict: .* must detach all policies first/,
        );
        await engine.update(holder, { ...role, description: "nodes" });
        assert.deepEqual(attachedTo(), [policy.id]);
        await engine.delete(made);
        assert.deepEqual([attachedTo(), engine.refresh(made)], [[], undefined]);
        await engine.delete(policy);
        await engine.delete(holder);
    });

    it("is one of AWS's of any name, or one of the account that is there", async () => {
        const { engine } = await withRole();
        await engine.create("iam.RolePolicyAttachment", { role: "node", policyArn: OF_AWS });
        const attach = (policyArn: string, name = "node", from = engine) =>
            from.create("iam.RolePolicyAttachment", { role: name, policyArn });
        await assert.rejects(
            attach("arn:aws:iam::111122223333:policy/read"),
            /NoSuchEntity: Policy arn:aws:iam::111122223333:policy\/read does not exist or is not attachable/,
        );
        await assert.rejects(attach(OF_AWS, "other"), /NoSuchEntity: The role with name other/);
        const other = new Engine(engine.world, "444455556666");
        const foreign = await other.create("iam.Policy", { name: "read", policy: DOCUMENT });
        await assert.rejects(attach(foreign.id), /NoSuchEntity: Policy/);
    });

    it("goes with a role that is forced to let go, and with one that shows it", async () => {
        const forced = await withRole({ forceDetachPolicies: true });
        await forced.engine.create("iam.RolePolicyAttachment", { role: "node", policyArn: OF_AWS });
        await forced.engine.delete(forced.role);
        const own = await withRole({
            managedPolicyArns: [OF_AWS],
            inlinePolicies: [{ name: "own", policy: DOCUMENT }],
        });
        await own.engine.delete(own.role);
        assert.deepEqual(own.engine.world.objects.roles, {});
    });

    it("is attached to a list of roles and users, and to no others", async () => {
        const { engine, attachedTo } = await withRole();
        await engine.create("iam.Role", { ...role, name: "other" });
        const user = await engine.create("iam.User", { name: "me" });
        await engine.create("iam.RolePolicyAttachment", { role: "other", policyArn: OF_AWS });
        const inputs = { name: "nodes", policyArn: OF_AWS, roles: ["node"], users: ["me"] };
        const made = await engine.create("iam.PolicyAttachment", inputs);
        assert.deepEqual([made.outputs.roles, made.outputs.users], [["node"], ["me"]]);
        assert.deepEqual(engine.world.objects.roles["111122223333/other"]?.managedPolicyArns, []);
        await engine.update(made, { ...inputs, users: undefined, roles: ["node", "other"] });
        await engine.delete(user);
        await engine.delete(made);
        assert.deepEqual(attachedTo(), []);
        await assert.rejects(
            engine.create("iam.PolicyAttachment", { policyArn: OF_AWS }),
            /No Users, Roles, or Groups specified/,
        );
    });
});

describe("a user", () => {
    it("has inline and managed policies, the last of which keep it", async () => {
        const engine = new Engine();
        const user = await engine.create("iam.User", { name: "me", path: "/people/" });
        assert.equal(user.outputs.arn, "arn:aws:iam::111122223333:user/people/me");
        await assert.rejects(engine.create("iam.User", { name: "me" }), /EntityAlreadyExists/);
        const inline = await engine.create("iam.UserPolicy", {
            name: "own",
            user: "me",
            policy: DOCUMENT,
        });
        assert.equal(
            (await engine.update(inline, { ...inline.inputs, policy: "{}" })).outputs.policy,
            "{}",
        );
        const attached = await engine.create("iam.UserPolicyAttachment", {
            user: "me",
            policyArn: OF_AWS,
        });
        await assert.rejects(engine.delete(user), /DeleteConflict/);
        await engine.delete(attached);
        await engine.delete(inline);
        assert.equal(engine.refresh(inline), undefined);
        await engine.delete(user);
        await assert.rejects(
            engine.create("iam.UserPolicy", { user: "me", policy: DOCUMENT }),
            /NoSuchEntity: The user with name me/,
        );
    });
});

describe("an instance profile", () => {
    it("carries a role, which may be changed and has to be there", async () => {
        const { engine } = await withRole();
        const made = await engine.create("iam.InstanceProfile", { name: "nodes", role: "node" });
        assert.deepEqual(
            [made.id, made.outputs.arn, made.outputs.role],
            ["nodes", "arn:aws:iam::111122223333:instance-profile/nodes", "node"],
        );
        const bare = await engine.update(made, { name: "nodes" });
        assert.equal(bare.outputs.role, undefined);
        await assert.rejects(
            engine.update(made, { name: "nodes", role: "other" }),
            /NoSuchEntity: The role with name other/,
        );
        await assert.rejects(
            engine.create("iam.InstanceProfile", { name: "nodes" }),
            /EntityAlreadyExists: Instance Profile nodes already exists/,
        );
        await engine.delete(made);
        assert.equal(engine.refresh(made), undefined);
    });
});
