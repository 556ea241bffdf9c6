import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../simulated-aws/model/values";
import { Nodes } from "../../../simulated-aws/questions/nodeGroup";
import { withNodes } from "../support/clusters";
import { endpointInputs, Engine } from "../support/engine";

/** Interface endpoints that nodes need, beside the gateway endpoint for S3. */
const NEEDED = ["ec2", "ecr.api", "ecr.dkr"];

async function withGroup(more: Properties = {}, cluster: Properties = {}) {
    const made = await withNodes(cluster);
    const group = await made.engine.create("eks.NodeGroup", { ...made.group, ...more });
    const joins = () => new Nodes(made.engine.world, group.id).joins();
    return { ...made, group, joins };
}

/** Puts endpoints into a closed VPC; they admit the group of the cluster. */
async function withEndpoints(place: Awaited<ReturnType<typeof withGroup>>, services: string[]) {
    const { engine, vpc, cluster } = place;
    const { clusterSecurityGroupId } = cluster.outputs.vpcConfig as Properties;
    const ingress = [
        { protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: [clusterSecurityGroupId] },
    ];
    const admitting = await engine.create("ec2.SecurityGroup", {
        vpcId: vpc.id,
        ingress,
    } as Properties);
    for (const service of services) {
        const inputs = endpointInputs(place, service, { securityGroupIds: [admitting.id] });
        await engine.create("ec2.VpcEndpoint", inputs);
    }
    const gateway: Properties = {
        vpcId: vpc.id,
        serviceName: "com.amazonaws.eu-west-1.s3",
        routeTableIds: [vpc.outputs.mainRouteTableId],
    };
    return () => engine.create("ec2.VpcEndpoint", gateway);
}

describe("nodes of a node group", () => {
    it("join in a closed VPC with endpoints for what they need", async () => {
        const place = await withGroup();
        const putGateway = await withEndpoints(place, NEEDED);
        assert.match(
            place.joins().assertNot().reason,
            /they do not reach prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com: .* no route of/,
        );
        await putGateway();
        const { reason, undecided } = place.joins().assert();
        assert.match(reason, /^they reach .*gr7.eu-west-1.eks.amazonaws.com, ec2.eu-west-1/);
        assert.deepEqual(undecided, []);
    });

    for (const missing of NEEDED) {
        it(`do not join without an endpoint for ${missing}`, async () => {
            const place = await withGroup();
            const others = NEEDED.filter((service) => service !== missing);
            await (
                await withEndpoints(place, others)
            )();
            const host = missing.replace(/^(ecr)\.(api|dkr)$/, "$2.$1");
            assert.match(
                place.joins().assertNot().reason,
                new RegExp(
                    `they do not reach (\\d+.)?${host}.eu-west-1.amazonaws.com: no private zone`,
                ),
            );
        });
    }

    it("do not join a cluster whose API is public only from a closed VPC", async () => {
        const { engine, cluster, joins } = await withGroup();
        const { subnetIds } = cluster.inputs.vpcConfig as Properties;
        await engine.update(cluster, { ...cluster.inputs, vpcConfig: { subnetIds } });
        assert.match(
            joins().assertNot().reason,
            /they do not reach \w+.gr7.eu-west-1.eks.amazonaws.com/,
        );
    });

    it("may have other groups by a launch template, which is not decided", async () => {
        const { joins } = await withGroup({ launchTemplate: { id: "lt-1", version: "1" } });
        assert.deepEqual(joins().undecided, ["launch template lt-1"]);
    });

    it("are found by the ARN of their group, and not where there is none", async () => {
        const { engine, group } = await withGroup();
        const { world } = engine;
        assert.equal(new Nodes(world, textOf(group.outputs.arn)).joins().ok, false);
        assert.throws(() => new Nodes(world, "main:other"), {
            name: "UserError",
            message: /^there is no node group main:other in this world; .* there are: main:nodes$/,
        });
        assert.throws(() => new Nodes(new Engine().world, "main:nodes"), /there are: none$/);
    });
});
