import assert from "node:assert/strict";

import { flowLogsAllTraffic as policy } from "../../../../policy-pack/policies/flow-logs/flowLogsAllTraffic";
import { itRemediates, remediateAll } from "../../support/itRemediates";
import { judge } from "../../support/judge";
import { flowLog, network, stackOf, vpc } from "../../support/resources";
import { encode, later, outputOf, secret } from "../../support/testResource";

const PARTLY =
    'FlowLog "log": trafficType: is "REJECT", so part of the traffic is missing; set it to "ALL"';

describe("flowLogsAllTraffic", () => {
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

    for (const trafficType of [undefined, 7, {}, ["ALL"]]) {
        it(`takes a malformed traffic type for none: ${JSON.stringify(trafficType)}`, async () => {
            const stack = stackOf(network({ log: { trafficType } }));
            const none = PARTLY.replace('"REJECT"', "left out");
            assert.deepEqual(await judge(policy, stack), [["mandatory", "log", none]]);
        });
    }

    describe("at level remediate", () => {
        itRemediates({
            policy,
            stack: (log) => stackOf(network({ log })),
            about: "log",
            wrong: { trafficType: "REJECT" },
            corrected: { trafficType: "ALL" },
        });

        for (const scope of [
            { vpcId: "vpc-1" },
            { subnetId: "subnet-1" },
            { eniId: "eni-1" },
            { vpcId: later("vpc-1") },
        ]) {
            for (const trafficType of ["ACCEPT", undefined, secret("REJECT"), 7]) {
                it(`sets ${JSON.stringify(trafficType)} for ${JSON.stringify(scope)}`, async () => {
                    const log = flowLog({ ...scope, trafficType });
                    const [done] = await remediateAll(policy, [log]);
                    const all = typeof trafficType === "object" ? secret("ALL") : "ALL";
                    const inputs = { ...log.inputs, trafficType: all };
                    assert.deepEqual(done?.properties, encode(inputs, "preview"));
                });
            }
        }

        for (const scope of [
            { transitGatewayId: "tgw-1" },
            { transitGatewayAttachmentId: "tgw-attach-1" },
            { vpcId: "", transitGatewayId: "tgw-1" },
            {},
        ]) {
            it(`sets none for ${JSON.stringify(scope)}`, async () => {
                const log = flowLog({ ...scope, trafficType: undefined });
                assert.deepEqual(await remediateAll(policy, [log]), []);
            });
        }

        it("leaves a log of all traffic alone", async () => {
            assert.deepEqual(await remediateAll(policy, stackOf(network())), []);
        });

        it("says that it cannot tell yet what a log records", async () => {
            const log = flowLog({ vpcId: "vpc-1", trafficType: later("REJECT") });
            const [done, ...more] = await remediateAll(policy, [log]);
            assert.deepEqual([done?.properties, more], [undefined, []]);
            assert.match(done?.diagnostic ?? "", /value at .trafficType can't be known/);
        });

        it("says nothing of an exempted log, however little it can tell", async () => {
            const log = flowLog({ vpcId: "vpc-1", trafficType: later("REJECT") });
            const exemptions = [{ resource: "log", reason: "agreed", expires: "2999-12-31" }];
            assert.deepEqual(await remediateAll(policy, [log], { exemptions }), []);
        });
    });
});
