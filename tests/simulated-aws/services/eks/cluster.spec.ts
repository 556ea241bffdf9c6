import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf, UNKNOWN } from "../../../../simulated-aws/model/values";
import { connect } from "../../../../simulated-aws/packet/connect";
import { resolve } from "../../../../simulated-aws/packet/resolve";
import { Engine, network, tokenOf } from "../../support/engine";

const ROLE = "arn:aws:iam::111122223333:role/cluster";

async function withCluster(vpcConfig: Properties = {}, more: Properties = {}) {
    const engine = new Engine();
    const place = await network(engine);
    const inputs = {
        name: "main",
        roleArn: ROLE,
        vpcConfig: { subnetIds: place.subnetIds, ...vpcConfig },
        ...more,
    };
    const cluster = await engine.create("eks.Cluster", inputs);
    const host = textOf(cluster.outputs.endpoint).replace("https://", "");
    const vpcId = place.vpc.id;
    return { engine, place, inputs, cluster, host, vpcId };
}

describe("a cluster", () => {
    it("has a security group of its own, an issuer and host names in AWS's form", async () => {
        const { engine, cluster, vpcId, host } = await withCluster();
        const { arn, vpcConfig, identities, name } = cluster.outputs as {
            arn: string;
            name: string;
            vpcConfig: { clusterSecurityGroupId: string; vpcId: string };
            identities: { oidcs: { issuer: string }[] }[];
        };
        assert.deepEqual([cluster.id, name], ["main", "main"]);
        assert.equal(arn, "arn:aws:eks:eu-west-1:111122223333:cluster/main");
        assert.match(host, /^[0-9A-F]{32}\.gr7\.eu-west-1\.eks\.amazonaws\.com$/);
        const issuer = /^https:\/\/oidc\.eks\.eu-west-1\.amazonaws\.com\/id\/[0-9A-F]{32}$/;
        assert.match(identities[0]?.oidcs[0]?.issuer ?? "", issuer);
        assert.equal(vpcConfig.vpcId, vpcId);
        assert.equal(
            engine.world.objects.securityGroups[vpcConfig.clusterSecurityGroupId]?.vpcId,
            vpcId,
        );
    });

    it("resolves to private addresses in its VPC with private access, and publicly without", async () => {
        const open = await withCluster();
        const asked = ({ engine, vpcId, host }: typeof open) =>
            resolve(engine.world, { vpcId }, host);
        assert.equal(asked(open).status, "public");
        const closed = await withCluster({
            endpointPrivateAccess: true,
            endpointPublicAccess: false,
        });
        assert.deepEqual(asked(closed), { status: "private", addresses: ["10.0.0.4", "10.0.1.4"] });
        const vpcConfig = { subnetIds: closed.place.subnetIds };
        await closed.engine.update(closed.cluster, { ...closed.inputs, vpcConfig });
        assert.equal(asked(closed).status, "public");
    });

    it("admits members of its group to its API, and others by a rule only", async () => {
        const { engine, cluster, vpcId } = await withCluster({ endpointPrivateAccess: true });
        const { clusterSecurityGroupId } = cluster.outputs.vpcConfig as Properties;
        const from = (securityGroupIds: string[]) => ({
            vpcId,
            address: "10.0.0.9",
            securityGroupIds,
        });
        const group = textOf(clusterSecurityGroupId);
        assert.equal(connect(engine.world, from([group]), "10.0.0.4", 443).allowed, true);
        assert.equal(connect(engine.world, from([]), "10.0.0.4", 443).allowed, false);
    });

    it("does not know in a preview what EKS settles inside its network", async () => {
        const { engine, inputs } = await withCluster();
        const checked = engine.check("eks.Cluster", { ...inputs, name: "next" });
        const { outputs } = await engine.provider.create(tokenOf("eks.Cluster"), checked, true);
        const { clusterSecurityGroupId, subnetIds } = outputs.vpcConfig as Properties;
        assert.deepEqual(
            [clusterSecurityGroupId, subnetIds, outputs.endpoint],
            [UNKNOWN, inputs.vpcConfig.subnetIds, UNKNOWN],
        );
    });

    it("shows no difference where nothing changes, and is replaced for another role", async () => {
        const { engine, cluster, inputs } = await withCluster();
        assert.deepEqual(engine.diff(cluster, inputs).differences, []);
        assert.deepEqual(engine.diff(cluster, { ...inputs, roleArn: `${ROLE}2` }).replaces, [
            "roleArn",
        ]);
    });

    it("is refused in one zone and under a name that is taken", async () => {
        const { engine, inputs, place } = await withCluster();
        await assert.rejects(
            engine.create("eks.Cluster", inputs),
            /EKS: CreateCluster, api error ResourceInUseException: Cluster already exists with name: main$/,
        );
        const vpcConfig = { subnetIds: place.subnetIds.slice(0, 1) };
        await assert.rejects(
            engine.create("eks.Cluster", { ...inputs, name: "one", vpcConfig }),
            /InvalidParameterException: Subnets specified must be in at least two different AZs$/,
        );
    });

    it("is looked up by its name, with what the program gave and what EKS settled", async () => {
        const { engine, cluster, place } = await withCluster();
        const found = await engine.invoke("eks.getCluster", { name: "main" });
        const { endpoint, vpcConfig, identities } = cluster.outputs;
        assert.deepEqual(
            [found.endpoint, found.vpcConfig, found.identities, found.roleArn, found.id],
            [endpoint, vpcConfig, identities, ROLE, "main"],
        );
        assert.deepEqual((vpcConfig as Properties).subnetIds, place.subnetIds);
        await assert.rejects(
            engine.invoke("eks.getCluster", { name: "other" }),
            /DescribeCluster, api error ResourceNotFoundException: No cluster found for name: other\.$/,
        );
    });

    it("goes with its group and its interfaces, unless it is protected", async () => {
        const { engine, cluster } = await withCluster();
        await engine.delete(cluster);
        const { clusters, networkInterfaces } = engine.world.objects;
        assert.deepEqual([clusters, networkInterfaces], [{}, {}]);
        const kept = await withCluster({}, { deletionProtection: true });
        await assert.rejects(kept.engine.delete(kept.cluster), /InvalidRequestException/);
    });
});
