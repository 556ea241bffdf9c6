import assert from "node:assert/strict";

import { flowLogsAllTraffic as policy } from "../../../../policy-pack/policies/flow-logs/flowLogsAllTraffic";
import { itTreatsFindingsLikeEveryPolicy, judge } from "../../support/judge";
import { flowLog, network, stackOf, vpc } from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const PARTLY =
    'FlowLog "log": trafficType: is "REJECT", so part of the traffic is missing; set it to "ALL"';

describe("flowLogsAllTraffic", () => {
    itTreatsFindingsLikeEveryPolicy({
        policy,
        level: "mandatory",
        violating: () => stackOf(network({ log: { trafficType: "REJECT" } })),
        about: "log",
    });

    it("accepts a flow log of all traffic", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("rejects a flow log of rejected traffic only", async () => {
        assert.deepEqual(
            await judge(policy, stackOf(network({ log: { trafficType: "REJECT" } }))),
            [["mandatory", "log", PARTLY]],
        );
    });

    it("accepts one flow log of accepted and one of rejected traffic", async () => {
        const stack = network({ log: { trafficType: "REJECT" } });
        const second = flowLog(
            { vpcId: outputOf(stack.vpc), trafficType: "ACCEPT" },
            { name: "second" },
        );
        assert.deepEqual(await judge(policy, stackOf(stack, second)), []);
    });

    it("leaves flow logs alone that record no EKS endpoint", async () => {
        const other = vpc({}, { name: "other" });
        const its = flowLog({ vpcId: outputOf(other), trafficType: "REJECT" }, { name: "its" });
        assert.deepEqual(await judge(policy, stackOf(network(), other, its)), []);
    });

    it("does not guess at an unknown traffic type", async () => {
        assert.deepEqual(
            await judge(policy, stackOf(network({ log: { trafficType: later("ALL") } }))),
            [
                [
                    "advisory",
                    "log",
                    'FlowLog "log": not judged yet: string value at .trafficType can\'t be known during preview',
                ],
            ],
        );
    });
});
