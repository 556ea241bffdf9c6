import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { eksError, roleFor, withNodes } from "../../support/clusters";

const addon = { clusterName: "main", addonName: "vpc-cni" };
const identity = { clusterName: "main", namespace: "apps", serviceAccount: "web" };

async function withRole() {
    const made = await withNodes();
    return { ...made, roleArn: await roleFor(made.engine, "pods.eks.amazonaws.com") };
}

describe("an add-on", () => {
    it("has an ARN in AWS's form, and goes with its cluster", async () => {
        const { engine, cluster } = await withNodes();
        const made = await engine.create("eks.Addon", {
            ...addon,
            addonVersion: "v1.20.0-eksbuild.1",
        });
        assert.deepEqual(
            [made.id, made.outputs.addonVersion],
            ["main:vpc-cni", "v1.20.0-eksbuild.1"],
        );
        assert.match(textOf(made.outputs.arn), /:addon\/main\/vpc-cni\/[0-9a-f-]{36}$/);
        await assert.rejects(
            engine.create("eks.Addon", addon),
            eksError("CreateAddon", "ResourceInUseException: Addon already exists."),
        );
        await engine.delete(cluster);
        assert.equal(engine.refresh(made), undefined);
    });

    it("is refused without its cluster, and with a way to solve conflicts that there is not", async () => {
        const { engine } = await withNodes();
        await assert.rejects(
            engine.create("eks.Addon", { ...addon, clusterName: "other" }),
            eksError("CreateAddon", "ResourceNotFoundException: No cluster found for name: other."),
        );
        assert.throws(
            () => engine.check("eks.Addon", { ...addon, resolveConflictsOnCreate: "PRESERVE" }),
            /one of \[NONE OVERWRITE\], got PRESERVE/,
        );
    });

    it("brings associations of its own, which conflict with others and go with it", async () => {
        const { engine, roleArn } = await withRole();
        const serviceAccount = "aws-node";
        const inputs = { ...addon, podIdentityAssociations: [{ roleArn, serviceAccount }] };
        const made = await engine.create("eks.Addon", inputs);
        const same = { clusterName: "main", namespace: "kube-system", serviceAccount, roleArn };
        const create = () => engine.create("eks.PodIdentityAssociation", same);
        await assert.rejects(create(), /ResourceInUseException: Association already exists: a-/);
        await engine.update(made, addon);
        const own = await create();
        await assert.rejects(engine.update(made, inputs), /Association already exists: a-/);
        await engine.delete(own);
        await engine.delete(await engine.update(made, inputs));
        assert.deepEqual(engine.world.objects.podIdentities, {});
    });
});

describe("a pod identity association", () => {
    it("has an ID and an ARN in AWS's form", async () => {
        const { engine, roleArn } = await withRole();
        const made = await engine.create("eks.PodIdentityAssociation", { ...identity, roleArn });
        assert.match(made.id, /^a-[0-9a-z]{17}$/);
        assert.deepEqual(
            [made.outputs.associationId, made.outputs.associationArn],
            [made.id, `arn:aws:eks:eu-west-1:111122223333:podidentityassociation/main/${made.id}`],
        );
        const targetRoleArn = "arn:aws:iam::444455556666:role/data";
        const chained = await engine.update(made, { ...identity, roleArn, targetRoleArn });
        assert.equal(chained.outputs.externalId, "eu-west-1/111122223333/main/apps/web");
        const moved = { ...identity, roleArn, namespace: "jobs" };
        assert.deepEqual(engine.diff(made, moved).replaces, ["namespace"]);
        await engine.delete(made);
        assert.equal(engine.refresh(made), undefined);
    });

    it("is refused for a service account that has one", async () => {
        const { engine, roleArn } = await withRole();
        const first = await engine.create("eks.PodIdentityAssociation", { ...identity, roleArn });
        await assert.rejects(
            engine.create("eks.PodIdentityAssociation", { ...identity, roleArn }),
            eksError(
                "CreatePodIdentityAssociation",
                `ResourceInUseException: Association already exists: ${first.id}`,
            ),
        );
        await engine.create("eks.PodIdentityAssociation", {
            ...identity,
            serviceAccount: "api",
            roleArn,
        });
    });

    it("is refused with a role that pods may not assume, or not tag", async () => {
        const { engine, nodeRoleArn } = await withRole();
        const untagged = await roleFor(engine, "pods.eks.amazonaws.com", {
            name: "untagged",
            assumeRolePolicy: JSON.stringify({
                Statement: {
                    Effect: "Allow",
                    Principal: { Service: "pods.eks.amazonaws.com" },
                    Action: "sts:AssumeRole",
                },
            }),
        });
        for (const roleArn of [nodeRoleArn, untagged]) {
            await assert.rejects(
                engine.create("eks.PodIdentityAssociation", { ...identity, roleArn }),
                eksError(
                    "CreatePodIdentityAssociation",
                    "InvalidParameterException: Trust policy of the role provided is invalid. Follow the official " +
                        "documentation to resolve the issue.",
                ),
            );
        }
    });

    it("takes a role whose trust has conditions, and one that is not in the world", async () => {
        const { engine } = await withRole();
        const statement: Properties = {
            Effect: "Allow",
            Principal: { Service: "pods.eks.amazonaws.com" },
            Action: "sts:*",
            Condition: { StringEquals: { "aws:RequestTag/kubernetes-namespace": "apps" } },
        };
        const bound = await roleFor(engine, "pods.eks.amazonaws.com", {
            name: "bound",
            assumeRolePolicy: JSON.stringify({ Statement: [statement] }),
        });
        for (const roleArn of [bound, "arn:aws:iam::111122223333:role/of-another-stack"]) {
            const made = await engine.create("eks.PodIdentityAssociation", {
                ...identity,
                roleArn,
            });
            assert.equal(made.outputs.roleArn, roleArn);
            await engine.delete(made);
        }
    });

    it("is refused with a policy beside session tags", async () => {
        const { engine, roleArn } = await withRole();
        const inputs = { ...identity, roleArn, policy: "{}" };
        await assert.rejects(
            engine.create("eks.PodIdentityAssociation", inputs),
            /InvalidParameterException: A policy needs disableSessionTags/,
        );
        await engine.create("eks.PodIdentityAssociation", { ...inputs, disableSessionTags: true });
    });
});
