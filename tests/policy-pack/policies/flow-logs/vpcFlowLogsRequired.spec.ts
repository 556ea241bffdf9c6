import assert from "node:assert/strict";

import { vpcFlowLogsRequired as policy } from "../../../../policy-pack/policies/flow-logs/vpcFlowLogsRequired";
import { judge } from "../../support/judge";
import {
    endpoint,
    endpointSet,
    flowLog,
    network,
    stackOf,
    subnet,
    vpc,
} from "../../support/resources";
import { Later, later, outputOf, type TestResource } from "../../support/testResource";

const UNRECORDED =
    'Vpc "vpc": has EKS endpoints but no flow log that records them all; add an aws.ec2.FlowLog for the VPC';

function without(log: TestResource, resources: TestResource[]): TestResource[] {
    return resources.filter((resource) => resource !== log);
}

/** The compliant stack without its flow log, and with others. */
function unrecorded(
    more: (stack: ReturnType<typeof network>) => TestResource[] = () => [],
): TestResource[] {
    const stack = network();
    return without(stack.log, stackOf(stack, ...more(stack)));
}

describe("vpcFlowLogsRequired", () => {
    it("accepts a flow log of the VPC", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("rejects a VPC without flow log, once for all its endpoints", async () => {
        const resources = unrecorded(({ vpc: own }) => [
            endpoint({ vpcId: outputOf(own) }, { name: "second" }),
        ]);
        assert.deepEqual(await judge(policy, resources), [["mandatory", "vpc", UNRECORDED]]);
    });

    it("rejects a VPC that exists already", async () => {
        assert.deepEqual(await judge(policy, unrecorded(), { phase: "update" }), [
            ["mandatory", "vpc", UNRECORDED],
        ]);
    });

    it("does not accept the flow log of another VPC", async () => {
        const other = vpc({}, { name: "other" });
        const resources = unrecorded(() => [
            other,
            flowLog({ vpcId: outputOf(other) }, { name: "its" }),
        ]);
        assert.deepEqual(await judge(policy, resources), [["mandatory", "vpc", UNRECORDED]]);
    });

    it("accepts flow logs of all subnets of the endpoint", async () => {
        const resources = unrecorded((stack) => [
            flowLog({ subnetId: outputOf(stack.subnet) }, { name: "s" }),
        ]);
        assert.deepEqual(await judge(policy, resources), []);
    });

    it("rejects a flow log of one of two subnets", async () => {
        const second = subnet({}, { name: "second" });
        const first = network();
        const stack = network({
            endpoint: { subnetIds: [outputOf(first.subnet), outputOf(second)] },
        });
        const log = flowLog({ subnetId: outputOf(second) }, { name: "half" });
        const resources = without(stack.log, stackOf(stack, second, log));
        assert.deepEqual(await judge(policy, resources), [["mandatory", "vpc", UNRECORDED]]);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`accepts flow logs of the endpoint's interfaces, ${phase}`, async () => {
            const resources = unrecorded((stack) => {
                const [eniId] = stack.endpoint.computed.networkInterfaceIds as string[];
                return [flowLog({ eniId: new Later(eniId, [stack.endpoint]) }, { name: "eni" })];
            });
            assert.deepEqual(await judge(policy, resources, { phase }), []);
        });
    }

    for (const existingFlowLogId of ["fl-0123", later("fl-0123")]) {
        const known = typeof existingFlowLogId === "string" ? "known" : "unknown";

        it(`accepts an EksEndpointSet that names a flow log (${known})`, async () => {
            const set = endpointSet({ flowLogs: { existingFlowLogId } });
            const stack = network({}, { endpointIn: set });
            assert.deepEqual(await judge(policy, without(stack.log, stackOf(stack, set))), []);
        });
    }

    it("does not accept an EksEndpointSet that names none", async () => {
        const set = endpointSet({ flowLogs: { enabled: false } });
        const stack = network({}, { endpointIn: set });
        assert.deepEqual(await judge(policy, without(stack.log, stackOf(stack, set))), [
            ["mandatory", "vpc", UNRECORDED],
        ]);
    });

    it("leaves VPCs from elsewhere to vpc-flow-logs-unverified", async () => {
        const stack = network({ endpoint: { vpcId: "vpc-0123", subnetIds: [] } });
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
    });

    it("does not guess at an endpoint whose service is unknown", async () => {
        const serviceName = later("com.amazonaws.eu-central-1.eks");
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint: { serviceName } }))), [
            [
                "advisory",
                "eks",
                'VpcEndpoint "eks": not judged yet: string value at .serviceName can\'t be known during preview',
            ],
        ]);
    });

    for (const vpcId of [7, {}, [7]]) {
        it(`does not accept a flow log of a malformed VPC: ${JSON.stringify(vpcId)}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ log: { vpcId } }))), [
                ["mandatory", "vpc", UNRECORDED],
            ]);
        });
    }
});
