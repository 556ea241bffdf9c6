import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { eksError, roleFor, withNodes } from "../../support/clusters";
import { network } from "../../support/engine";

describe("a node group", () => {
    it("has what EKS settles, in AWS's form", async () => {
        const { engine, group } = await withNodes();
        const { id, outputs } = await engine.create("eks.NodeGroup", group);
        assert.equal(id, "main:nodes");
        assert.match(
            textOf(outputs.arn),
            /^arn:aws:eks:eu-west-1:111122223333:nodegroup\/main\/nodes\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
        );
        const { status, version, amiType, instanceTypes, diskSize } = outputs;
        assert.deepEqual(
            { status, version, amiType, instanceTypes, diskSize },
            {
                status: "ACTIVE",
                version: "1.34",
                amiType: "AL2023_x86_64_STANDARD",
                instanceTypes: ["t3.medium"],
                diskSize: 20,
            },
        );
    });

    it("changes its size in place, and is replaced for its subnets, role and instance types", async () => {
        const { engine, group, subnetIds } = await withNodes();
        const made = await engine.create("eks.NodeGroup", group);
        const scalingConfig = { minSize: 2, desiredSize: 2, maxSize: 9 };
        assert.deepEqual(engine.diff(made, { ...group, scalingConfig }).replaces, []);
        const changed = await engine.update(made, { ...group, scalingConfig });
        assert.deepEqual(changed.outputs.scalingConfig, scalingConfig);
        const other = {
            ...group,
            subnetIds: subnetIds.slice(1),
            nodeRoleArn: "arn:aws:iam::111122223333:role/other",
            instanceTypes: ["m5.large"],
        };
        assert.deepEqual(engine.diff(made, other).replaces.sort(), [
            "instanceTypes",
            "nodeRoleArn",
            "subnetIds",
        ]);
        assert.equal(engine.refresh(made)?.outputs.clusterName, "main");
    });

    const refusals: [string, Properties, string][] = [
        [
            "of a cluster that is not there",
            { clusterName: "other" },
            "ResourceNotFoundException: No cluster found for name: other.",
        ],
        [
            "in a subnet that is not there",
            { subnetIds: ["subnet-1"] },
            "InvalidParameterException: The subnet ID 'subnet-1' does not exist",
        ],
        [
            "that starts smaller than its least size",
            { scalingConfig: { minSize: 3, desiredSize: 2, maxSize: 3 } },
            "InvalidParameterException: Minimum capacity 3 can't be greater than desired size 2",
        ],
        [
            "that starts larger than its greatest size",
            { scalingConfig: { minSize: 1, desiredSize: 4, maxSize: 3 } },
            "InvalidParameterException: desired capacity 4 can't be greater than max size 3",
        ],
        [
            "newer than its cluster",
            { version: "1.35" },
            "InvalidParameterException: Nodegroup Kubernetes version 1.35 is newer than 1.34, that of cluster main",
        ],
    ];
    for (const [what, more, text] of refusals) {
        it(`is refused ${what}`, async () => {
            const { engine, group } = await withNodes();
            await assert.rejects(
                engine.create("eks.NodeGroup", { ...group, ...more }),
                eksError("CreateNodegroup", text),
            );
            assert.deepEqual(engine.world.objects.nodeGroups, {});
        });
    }

    it("is refused with a name that is taken, in another VPC, and with a role for another service", async () => {
        const { engine, group, vpc } = await withNodes();
        await engine.create("eks.NodeGroup", group);
        const create = (more: Properties) => engine.create("eks.NodeGroup", { ...group, ...more });
        await assert.rejects(
            create({}),
            eksError(
                "CreateNodegroup",
                "ResourceInUseException: NodeGroup already exists with name nodes and cluster name main",
            ),
        );
        const other = await network(engine, "a");
        const [subnetId = ""] = other.subnetIds;
        await assert.rejects(
            create({ nodeGroupName: "next", subnetIds: other.subnetIds }),
            eksError(
                "CreateNodegroup",
                `InvalidParameterException: The subnet ${subnetId} is not in ${vpc.id}, the VPC of the cluster`,
            ),
        );
        const nodeRoleArn = await roleFor(engine, "lambda.amazonaws.com");
        await assert.rejects(
            create({ nodeGroupName: "next", nodeRoleArn }),
            eksError(
                "CreateNodegroup",
                "InvalidParameterException: Following required service principals [ec2.amazonaws.com] were not " +
                    `found in the trust relationships of nodeRole ${nodeRoleArn}`,
            ),
        );
        assert.throws(
            () => engine.check("eks.NodeGroup", { ...group, capacityType: "FREE" }),
            /capacityType/,
        );
        assert.throws(
            () => engine.check("eks.NodeGroup", { ...group, nodeGroupName: "n".repeat(64) }),
            /range \(1 - 63\)/,
        );
    });

    it("keeps its cluster from being deleted", async () => {
        const { engine, group, cluster } = await withNodes();
        const made = await engine.create("eks.NodeGroup", group);
        await assert.rejects(
            engine.delete(cluster),
            eksError("DeleteCluster", "ResourceInUseException: Cluster has nodegroups attached"),
        );
        await engine.delete(made);
        await engine.delete(cluster);
        assert.deepEqual(engine.world.objects.accessEntries, {});
    });
});

describe("a cluster's role and way in", () => {
    it("is refused where the role is for another service", async () => {
        const { engine, cluster } = await withNodes();
        const roleArn = await roleFor(engine, "lambda.amazonaws.com");
        await assert.rejects(
            engine.create("eks.Cluster", { ...cluster.inputs, name: "other", roleArn }),
            /InvalidParameterException: Following required service principals \[eks.amazonaws.com\] were not found in the trust relationships of clusterRole/,
        );
    });

    it("moves from the config map to the API step by step, and never back", async () => {
        const { engine, cluster } = await withNodes({ accessConfig: undefined });
        const inMode = (authenticationMode: string) =>
            engine.update(cluster, { ...cluster.inputs, accessConfig: { authenticationMode } });
        await assert.rejects(inMode("API"), /mode update from CONFIG_MAP to API$/);
        await inMode("API_AND_CONFIG_MAP");
        await inMode("API");
        await assert.rejects(
            inMode("API_AND_CONFIG_MAP"),
            /update from API to API_AND_CONFIG_MAP$/,
        );
        const kept = await engine.update(cluster, { ...cluster.inputs, tags: { a: "b" } });
        assert.deepEqual(kept.outputs.accessConfig, { authenticationMode: "API" });
        const accessConfig = { bootstrapClusterCreatorAdminPermissions: false };
        await assert.rejects(
            engine.create("eks.Cluster", { ...cluster.inputs, name: "other", accessConfig }),
            /must be true if cluster authentication mode is set to CONFIG_MAP/,
        );
    });
});
