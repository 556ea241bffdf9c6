import assert from "node:assert/strict";

import { EksEndpointSet, type EksEndpointSetArgs } from "eks-privatelink";

import type { Fault } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

describe("an up that AWS lets fail", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let args: EksEndpointSetArgs;

    before(async () => {
        stack = await engine().stack("faults", () => new EksEndpointSet("eks", args));
    });

    beforeEach(async () => {
        args = await existingNetwork(engine());
    });

    afterEach(async () => {
        failAt();
        const { errors } = await stack.destroy();
        assert.deepEqual(errors, []);
    });

    /** Makes calls fail from now on, or none. */
    function failAt(...faults: Fault[]): void {
        engine().change((world) => {
            Object.assign(world, { faults, calls: {} });
        });
    }

    /** Goes up once more and expects the whole set. */
    async function assertRepaired(): Promise<void> {
        const { errors } = await stack.up();
        assert.deepEqual(errors, []);
        const { endpoints, flowLogs } = engine().world.objects;
        assert.deepEqual([Object.keys(endpoints).length, Object.keys(flowLogs).length], [3, 1]);
    }

    const throttled: [service: string, operation: string, nth: number, message: string][] = [
        ["EC2", "CreateSecurityGroup", 1, "RequestLimitExceeded: Request limit exceeded."],
        ["EC2", "CreateVpcEndpoint", 1, "RequestLimitExceeded: Request limit exceeded."],
        ["EC2", "CreateVpcEndpoint", 3, "RequestLimitExceeded: Request limit exceeded."],
        ["EC2", "CreateFlowLogs", 1, "RequestLimitExceeded: Request limit exceeded."],
        ["IAM", "CreateRole", 1, "ThrottlingException: Rate exceeded"],
    ];

    for (const [service, operation, nth, message] of throttled) {
        it(`says in one message that call ${nth} of ${operation} was throttled, and the next up repairs it`, async () => {
            failAt({ operation, nth, kind: "throttled" });
            const { errors } = await stack.up();
            assert.deepEqual(errors, [
                `operation error ${service}: ${operation}, api error ${message}`,
            ]);
            await assertRepaired();
        });
    }

    it("says to run again where a look-up was throttled", async () => {
        failAt({ operation: "DescribeVpcs", kind: "throttled", onwards: true });
        const { errors } = await stack.preview();
        assert.deepEqual(errors, [
            "ingress: is missing, and the ranges of the VPC could not be looked up: invocation of aws:ec2/getVpc:getVpc " +
                "returned an error: operation error EC2: DescribeVpcs, api error RequestLimitExceeded: Request limit " +
                "exceeded.; run again, AWS was busy or did not answer",
        ]);
    });

    it("says in one message that a change was throttled, and the next up makes it", async () => {
        assert.deepEqual((await stack.up()).errors, []);
        args = { ...args, privateDnsEnabled: false };
        failAt({ operation: "ModifyVpcEndpoint", nth: 2, kind: "throttled" });
        const { errors } = await stack.up();
        assert.deepEqual(errors, [
            "operation error EC2: ModifyVpcEndpoint, api error RequestLimitExceeded: Request limit exceeded.",
        ]);
        await assertRepaired();
        const { endpoints } = engine().world.objects;
        assert.ok(Object.values(endpoints).every(({ privateDnsEnabled }) => !privateDnsEnabled));
    });

    it("makes a change once more whose answer was cut off", async () => {
        assert.deepEqual((await stack.up()).errors, []);
        args = { ...args, privateDnsEnabled: false };
        failAt({ operation: "ModifyVpcEndpoint", nth: 1, kind: "cutOff" });
        assert.equal((await stack.up()).errors.length, 1);
        await assertRepaired();
    });

    it("names the private name that an endpoint holds whose creation was cut off", async () => {
        const { vpcId, subnetIds } = await existingNetwork(engine());
        args = { vpcId, subnetIds, services: ["eks"] };
        failAt({ operation: "CreateVpcEndpoint", nth: 1, kind: "cutOff" });
        const first = await stack.up();
        assert.deepEqual(first.errors, [
            "operation error EC2: CreateVpcEndpoint, api error RequestError: send request failed caused by: " +
                "connection reset by peer",
        ]);
        // The engine never learnt the endpoint's ID, so it would create another one, which AWS refuses beside the first.
        const second = await stack.up();
        const [orphan = ""] = Object.keys(engine().world.objects.endpoints);
        assert.equal(second.errors.length, 1);
        assert.ok(
            second.errors[0]?.startsWith(
                `services[0]: VPC ${vpcId} has an endpoint for eks already, ${orphan}, which this stack made earlier`,
            ),
        );
        await engine().remove("aws:ec2/vpcEndpoint:VpcEndpoint", orphan);
        const third = await stack.up();
        assert.deepEqual(third.errors, []);
    });

    it("destroys the rest after a deletion whose answer was cut off", async () => {
        assert.deepEqual((await stack.up()).errors, []);
        failAt({ operation: "DeleteVpcEndpoints", nth: 1, kind: "cutOff" });
        assert.equal((await stack.destroy()).errors.length, 1);
        failAt();
        assert.deepEqual((await stack.destroy()).errors, []);
        assert.deepEqual(engine().world.objects.endpoints, {});
    });
});
