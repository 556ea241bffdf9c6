import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { eksError, withNodes } from "../../support/clusters";

const ADMIN = "arn:aws:iam::111122223333:role/teams/admin";
const POLICY = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";
const entry = { clusterName: "main", principalArn: ADMIN };
const association = { ...entry, policyArn: POLICY, accessScope: { type: "cluster" } };

describe("an access entry", () => {
    it("names its principal in AWS's form", async () => {
        const { engine } = await withNodes();
        const made = await engine.create("eks.AccessEntry", entry);
        assert.equal(made.id, `main:${ADMIN}`);
        const { accessEntryArn, userName, type, kubernetesGroups } = made.outputs;
        assert.match(
            textOf(accessEntryArn),
            /^arn:aws:eks:eu-west-1:111122223333:access-entry\/main\/role\/111122223333\/admin\/[0-9a-f-]{36}$/,
        );
        assert.deepEqual(
            { userName, type, kubernetesGroups },
            {
                userName: "arn:aws:sts::111122223333:assumed-role/admin/{{SessionName}}",
                type: "STANDARD",
                kubernetesGroups: [],
            },
        );
        const changed = await engine.update(made, { ...entry, kubernetesGroups: ["viewers"] });
        assert.deepEqual(changed.outputs.kubernetesGroups, ["viewers"]);
        await engine.delete(made);
        assert.equal(engine.refresh(made), undefined);
    });

    it("is refused where the cluster takes none", async () => {
        const { engine } = await withNodes({ accessConfig: undefined });
        const text =
            "InvalidRequestException: The cluster's authentication mode must be set to one of " +
            "[API, API_AND_CONFIG_MAP] to perform this operation.";
        await assert.rejects(
            engine.create("eks.AccessEntry", entry),
            eksError("CreateAccessEntry", text),
        );
        await assert.rejects(
            engine.create("eks.AccessPolicyAssociation", association),
            eksError("AssociateAccessPolicy", text),
        );
    });

    it("is refused for a principal that has one, be it by a node group", async () => {
        const { engine, group, nodeRoleArn } = await withNodes();
        const text =
            "ResourceInUseException: The specified access entry resource is already in use on this cluster.";
        await engine.create("eks.AccessEntry", entry);
        await assert.rejects(
            engine.create("eks.AccessEntry", entry),
            eksError("CreateAccessEntry", text),
        );
        await engine.create("eks.NodeGroup", group);
        const ofNodes = { clusterName: "main", principalArn: nodeRoleArn, type: "EC2_LINUX" };
        await assert.rejects(
            engine.create("eks.AccessEntry", ofNodes),
            eksError("CreateAccessEntry", text),
        );
    });

    const wrong: [string, Properties, RegExp][] = [
        ["of a cluster that is not there", { clusterName: "other" }, /ResourceNotFoundException/],
        [
            "for a session",
            { principalArn: "arn:aws:sts::111122223333:assumed-role/admin/me" },
            /InvalidParameterException: .* never for a session$/,
        ],
        [
            "for nodes that are a user",
            { principalArn: "arn:aws:iam::111122223333:user/me", type: "EC2_LINUX" },
            /InvalidParameterException: .* an entry of type EC2_LINUX is for a role$/,
        ],
        [
            "in a group of Kubernetes' own",
            { kubernetesGroups: ["system:masters"] },
            /The kubernetes group name system:masters is invalid, it cannot start with system:/,
        ],
    ];
    for (const [what, more, message] of wrong) {
        it(`is refused ${what}`, async () => {
            const { engine } = await withNodes();
            await assert.rejects(engine.create("eks.AccessEntry", { ...entry, ...more }), message);
        });
    }

    it("has one of the types that there are", async () => {
        const { engine } = await withNodes();
        assert.throws(
            () => engine.check("eks.AccessEntry", { ...entry, type: "NODE" }),
            /expected type to be one of \[EC2 STANDARD/,
        );
    });
});

describe("an access policy association", () => {
    it("gives the principal of an entry a policy, and takes it again", async () => {
        const { engine } = await withNodes();
        await engine.create("eks.AccessEntry", entry);
        const made = await engine.create("eks.AccessPolicyAssociation", association);
        assert.equal(made.id, `main#${ADMIN}#${POLICY}`);
        assert.deepEqual(made.outputs.accessScope, { type: "cluster" });
        await engine.delete(made);
        assert.equal(engine.refresh(made), undefined);
    });

    it("is refused without an entry, and for nodes", async () => {
        const { engine, group, nodeRoleArn } = await withNodes();
        await assert.rejects(
            engine.create("eks.AccessPolicyAssociation", association),
            /ResourceNotFoundException: The specified principalArn could not be found/,
        );
        await engine.create("eks.NodeGroup", group);
        await assert.rejects(
            engine.create("eks.AccessPolicyAssociation", {
                ...association,
                principalArn: nodeRoleArn,
            }),
            /InvalidRequestException: .* type EC2_LINUX$/,
        );
    });

    const scopes: [string, Properties][] = [
        ["a policy that is none of EKS's", { policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }],
        [
            "namespaces of the whole cluster",
            { accessScope: { type: "cluster", namespaces: ["a"] } },
        ],
        ["no namespaces", { accessScope: { type: "namespace" } }],
    ];
    for (const [what, more] of scopes) {
        it(`is refused with ${what}`, async () => {
            const { engine } = await withNodes();
            await engine.create("eks.AccessEntry", entry);
            await assert.rejects(
                engine.create("eks.AccessPolicyAssociation", { ...association, ...more }),
                /InvalidParameterException/,
            );
        });
    }
});
