import assert from "node:assert/strict";

import type { ResourceTransform } from "@pulumi/pulumi";
import { EksEndpointSet, EksEndpointShare } from "eks-privatelink";

import { existingNetwork } from "./network";
import { useEngine } from "./support";

const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

/** What earlier versions did not give the children. */
const ADDED = ["tags", "allowOverwrite", "forceDestroy"];

const asBefore: ResourceTransform = ({ type, props, opts }) => {
    const added = type === ROLE_POLICY ? [...ADDED, "name"] : ADDED;
    const before = Object.entries(props).filter(([property]) => !added.includes(property));
    return { props: Object.fromEntries(before), opts };
};

describe("a stack of an earlier version", function () {
    this.timeout(120_000);
    const engine = useEngine();

    it("is brought to this one in place, and loses no VPC on the way", async () => {
        const own = await existingNetwork(engine());
        const other = await existingNetwork(engine(), { prefix: "10.30" });
        let transforms: ResourceTransform[] = [asBefore];
        const stack = await engine().stack("older", () => {
            const set = new EksEndpointSet(
                "eks",
                { ...own, privateDnsEnabled: false, ingress: { cidrBlocks: ["10.0.0.0/8"] } },
                { transforms },
            );
            return new EksEndpointShare(
                "share",
                { connection: set.connection, consumers: { other: { vpcId: other.vpcId } } },
                { transforms },
            );
        });
        assert.deepEqual((await stack.up()).errors, []);
        transforms = [];
        const { errors, steps } = await stack.up();
        assert.deepEqual(errors, []);
        assert.ok(steps.length > 10);
        assert.deepEqual(
            steps.filter((step) => !step.startsWith("update ")),
            [],
        );
        assert.ok(!steps.includes("update eks-flow-log-role-policy"));
        const zones = Object.values(engine().world.objects.zones);
        assert.deepEqual(
            zones.map(({ vpcs }) => vpcs.length),
            zones.map(() => 2),
        );
        assert.deepEqual((await stack.destroy()).errors, []);
    });
});
