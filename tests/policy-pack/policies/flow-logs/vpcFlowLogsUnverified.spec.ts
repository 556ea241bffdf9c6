import assert from "node:assert/strict";

import { vpcFlowLogsUnverified as policy } from "../../../../policy-pack/policies/flow-logs/vpcFlowLogsUnverified";
import { judge } from "../../support/judge";
import { endpointSet, flowLog, network, stackOf } from "../../support/resources";
import { later } from "../../support/testResource";

const ELSEWHERE = { vpcId: "vpc-0123", subnetIds: [] };
const UNVERIFIED =
    'VpcEndpoint "eks": is in vpc-0123, which is not in this stack, and no flow log here records it; ' +
    "list vpc-0123 in coveredVpcIds when it has one, or add an aws.ec2.FlowLog";

describe("vpcFlowLogsUnverified", () => {
    it("leaves VPCs of this stack to vpc-flow-logs-required", async () => {
        const stack = network({ log: { vpcId: "vpc-0456" } });
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
    });

    it("reports a VPC from elsewhere", async () => {
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint: ELSEWHERE }))), [
            ["advisory", "eks", UNVERIFIED],
        ]);
    });

    it("accepts a VPC that the configuration lists", async () => {
        const config = { [policy.name]: { coveredVpcIds: ["vpc-0123"] } };
        assert.deepEqual(
            await judge(policy, stackOf(network({ endpoint: ELSEWHERE })), { config }),
            [],
        );
    });

    it("accepts a flow log of this stack", async () => {
        const log = flowLog({ vpcId: "vpc-0123" }, { name: "its" });
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint: ELSEWHERE }), log)), []);
    });

    it("accepts an EksEndpointSet that names a flow log", async () => {
        const set = endpointSet({ flowLogs: { existingFlowLogId: "fl-0123" } });
        const stack = network({ endpoint: ELSEWHERE }, { endpointIn: set });
        assert.deepEqual(await judge(policy, stackOf(stack, set)), []);
    });

    it("does not guess at an unknown VPC", async () => {
        const endpoint = { vpcId: later("vpc-0123"), subnetIds: [] };
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint }))), [
            [
                "advisory",
                "eks",
                'VpcEndpoint "eks": not judged yet: string value at .vpcId can\'t be known during preview',
            ],
        ]);
    });

    for (const vpcId of [7, {}, [7]]) {
        it(`says nothing about a malformed VPC: ${JSON.stringify(vpcId)}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ endpoint: { vpcId } }))), []);
        });
    }
});
