import assert from "node:assert/strict";

import { EksEndpointSet, type EksEndpointSetArgs } from "eks-privatelink";

import { existingNetwork } from "./network";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

const DESCRIBES = ["DescribeVpcs", "DescribeSubnets", "DescribeVpcEndpointServices"];

describe("a deployer who may describe nothing", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let args: EksEndpointSetArgs;
    const ingress = { cidrBlocks: ["10.20.0.0/16"] };

    before(async () => {
        args = await existingNetwork(engine());
        stack = await engine().stack("refused", () => new EksEndpointSet("eks", args));
        engine().change((world) => {
            world.faults = DESCRIBES.flatMap((operation) =>
                Array.from({ length: 100 }, (_, i) => ({
                    operation,
                    nth: i + 1,
                    kind: "refused" as const,
                })),
            );
        });
    });

    it("is told that the default ingress cannot be looked up", async () => {
        const { errors } = await stack.preview();
        assert.deepEqual(errors, [
            "ingress: is missing, and the ranges of the VPC could not be looked up: invocation of " +
                "aws:ec2/getVpc:getVpc returned an error: operation error EC2: DescribeVpcs, api error " +
                "UnauthorizedOperation: You are not authorized to perform this operation.; " +
                "give cidrBlocks, or securityGroupIds of your own",
        ]);
    });

    it("is warned of every check that could not be made, and goes up", async () => {
        args = { ...args, ingress };
        const { errors, warnings } = await stack.up();
        assert.deepEqual(errors, []);
        assert.deepEqual(
            warnings
                .map(
                    (warning) =>
                        /^(\S+): could not be verified: .*UnauthorizedOperation/.exec(warning)?.[1],
                )
                .sort(),
            ["services[0]", "services[1]", "services[2]", "subnetIds[0]", "subnetIds[1]", "vpcId"],
        );
        assert.equal(Object.keys(engine().world.objects.endpoints).length, 3);
    });

    it("asks AWS nothing with verify: false", async () => {
        args = { ...args, verify: false };
        const { calls } = engine().world;
        assert.deepEqual(Object.keys(calls).sort(), [...DESCRIBES].sort());
        const { errors, warnings } = await stack.preview();
        assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
        assert.deepEqual(engine().world.calls, calls);
    });
});
