import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../../simulated-aws/model/values";
import { eksError, roleFor, withNodes } from "../../support/clusters";

async function withProfile() {
    const made = await withNodes();
    const inputs = {
        clusterName: "main",
        fargateProfileName: "pods",
        podExecutionRoleArn: await roleFor(made.engine, "eks-fargate-pods.amazonaws.com"),
        selectors: [{ namespace: "apps", labels: { tier: "web" } }, { namespace: "jobs" }],
        subnetIds: made.subnetIds,
    };
    return { ...made, inputs };
}

describe("a Fargate profile", () => {
    it("takes pods into private subnets, and keeps its cluster", async () => {
        const { engine, inputs, cluster } = await withProfile();
        const made = await engine.create("eks.FargateProfile", inputs);
        assert.deepEqual([made.id, made.outputs.status], ["main:pods", "ACTIVE"]);
        assert.match(textOf(made.outputs.arn), /:fargateprofile\/main\/pods\/[0-9a-f-]{36}$/);
        assert.deepEqual(made.outputs.selectors, inputs.selectors);
        const selectors = [{ namespace: "other" }];
        assert.deepEqual(engine.diff(made, { ...inputs, selectors }).replaces, ["selectors"]);
        await assert.rejects(engine.delete(cluster), /Cluster has Fargate profiles attached/);
        await engine.delete(await engine.update(made, { ...inputs, tags: { a: "b" } }));
        assert.equal(engine.refresh(made), undefined);
    });

    it("is refused in a subnet with a route to an internet gateway", async () => {
        const { engine, inputs, vpc, subnetIds } = await withProfile();
        const gateway = await engine.create("ec2.InternetGateway", { vpcId: vpc.id });
        await engine.create("ec2.Route", {
            routeTableId: vpc.outputs.mainRouteTableId,
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: gateway.id,
        });
        await assert.rejects(
            engine.create("eks.FargateProfile", inputs),
            eksError(
                "CreateFargateProfile",
                `InvalidParameterException: Subnet ${subnetIds[0]} provided in Fargate Profile is not a private subnet`,
            ),
        );
    });

    const wrong: [string, Properties, RegExp][] = [
        ["of a cluster that is not there", { clusterName: "other" }, /ResourceNotFoundException/],
        ["without selectors", { selectors: [] }, /one to five selectors, and 0 were given/],
        ["in a subnet that is not there", { subnetIds: ["subnet-1"] }, /'subnet-1' does not exist/],
    ];
    for (const [what, more, message] of wrong) {
        it(`is refused ${what}`, async () => {
            const { engine, inputs } = await withProfile();
            await assert.rejects(
                engine.create("eks.FargateProfile", { ...inputs, ...more }),
                message,
            );
        });
    }

    it("is refused twice, and with a role for nodes", async () => {
        const { engine, inputs, nodeRoleArn } = await withProfile();
        await engine.create("eks.FargateProfile", inputs);
        await assert.rejects(engine.create("eks.FargateProfile", inputs), /already exists/);
        const other = { ...inputs, fargateProfileName: "other", podExecutionRoleArn: nodeRoleArn };
        await assert.rejects(
            engine.create("eks.FargateProfile", other),
            /Misconfigured PodExecutionRole Trust Policy; Please add the eks-fargate-pods.amazonaws.com/,
        );
    });
});
