import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { WaitFailed } from "../../../simulated-aws/model/lateFaults";
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

    it("is for one resource, where it names one", async () => {
        const { world, provider } = new Engine(
            createWorld({
                faults: [{ operation: "CreateVpc", kind: "throttled", resource: "second" }],
            }),
        );
        const create = (name: string) =>
            provider.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }, false, name);
        await create("first");
        await assert.rejects(create("second"), /RequestLimitExceeded/);
        await create("second");
        assert.equal(Object.keys(world.objects.vpcs).length, 2);
    });

    it("is for one account, where it names one", async () => {
        const world = createWorld({
            accounts: { "111122223333": {}, "222233334444": {} },
            faults: [{ operation: "CreateVpc", kind: "throttled", account: "222233334444" }],
        });
        await new Engine(world).create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" });
        await assert.rejects(
            new Engine(world, "222233334444").create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" }),
            /RequestLimitExceeded/,
        );
    });

    it("lasts from one call on, where it says so", async () => {
        const faults = [
            { operation: "CreateVpc", kind: "throttled" as const, nth: 2, onwards: true },
        ];
        const engine = new Engine(createWorld({ faults }));
        const create = () => engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" });
        await create();
        await assert.rejects(create(), /RequestLimitExceeded/);
        await assert.rejects(create(), /RequestLimitExceeded/);
    });

    it("lets the wait fail for what AWS has made, and says what that is", async () => {
        const engine = failing("CreateVpc", 1, "waitFailed");
        await assert.rejects(engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" }), (error) => {
            assert.ok(error instanceof WaitFailed);
            const [id = ""] = Object.keys(engine.world.objects.vpcs);
            assert.equal(
                error.message,
                `waiting for aws:ec2/vpc:Vpc (${id}) create: timeout while waiting for the result`,
            );
            assert.equal(error.acted.id, id);
            return true;
        });
    });

    it("has to name a call that there is", async () => {
        const engine = failing("CreateVpcs", 1, "throttled");
        await assert.rejects(
            engine.create("ec2.Vpc", { cidrBlock: "10.0.0.0/16" }),
            /^Error: faults\[0\]\.operation: the simulated AWS never calls "CreateVpcs"; give one of .*, CreateVpc, .*$/,
        );
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
