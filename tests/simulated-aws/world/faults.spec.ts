import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { createWorld } from "../../../simulated-aws/world/createWorld";
import type { FaultKind } from "../../../simulated-aws/world/faults";
import { Engine } from "../support/engine";

const failing = (operation: string, nth: number, kind: FaultKind) =>
    new Engine(createWorld({ faults: [{ operation, nth, kind }] }));

describe("a fault on purpose", () => {
    it("throttles the call that it counts to, and no other", async () => {
        const engine = failing("CreateVpc", 2, "throttled");
        const create = () => engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" });
        await create();
        await assert.rejects(create(), {
            message:
                "operation error EC2: CreateVpc, api error RequestLimitExceeded: Request limit exceeded.",
        });
        await create();
        assert.equal(Object.keys(engine.world.objects.vpcs).length, 2);
    });

    it("has the code of the service that is throttled", async () => {
        const engine = failing("CreateLogGroup", 1, "throttled");
        await assert.rejects(engine.create("cloudwatch.LogGroup", {}), {
            message:
                "operation error CloudWatch Logs: CreateLogGroup, api error ThrottlingException: Rate exceeded",
        });
    });

    it("refuses a look-up", async () => {
        const engine = failing("DescribeVpcEndpointServices", 1, "refused");
        const ask = () => engine.invoke("ec2.getVpcEndpointService", { service: "eks" });
        await assert.rejects(ask(), {
            message:
                "operation error EC2: DescribeVpcEndpointServices, api error UnauthorizedOperation: " +
                "You are not authorized to perform this operation.",
        });
        assert.equal((await ask()).serviceName, "com.amazonaws.eu-west-1.eks");
    });

    it("cuts a call off after AWS has acted", async () => {
        const engine = failing("CreateVpc", 1, "cutOff");
        await assert.rejects(engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" }), {
            message:
                "operation error EC2: CreateVpc, api error RequestError: send request failed caused by: " +
                "connection reset by peer",
        });
        assert.equal(Object.keys(engine.world.objects.vpcs).length, 1);
    });
});
