import assert from "node:assert/strict";

import { flowLogsRetention as policy } from "../../../../policy-pack/policies/flow-logs/flowLogsRetention";
import { judge, reasonsOf } from "../../support/judge";
import { logGroup, network, stackOf } from "../../support/resources";
import { later } from "../../support/testResource";

describe("flowLogsRetention", () => {
    it("accepts a log group that keeps a year", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("rejects a log group that keeps less than the default of 90 days", async () => {
        assert.deepEqual(
            await judge(policy, stackOf(network({ logGroup: { retentionInDays: 60 } }))),
            [
                [
                    "mandatory",
                    "flow-logs",
                    'LogGroup "flow-logs": retentionInDays: keeps events for 60 days; set it to 90 days or more',
                ],
            ],
        );
    });

    it("rejects a log group that keeps less than the configured days", async () => {
        const config = { [policy.name]: { minimumDays: 400 } };
        assert.deepEqual(await judge(policy, stackOf(network()), { config }), [
            [
                "mandatory",
                "flow-logs",
                'LogGroup "flow-logs": retentionInDays: keeps events for 365 days; set it to 400 days or more',
            ],
        ]);
    });

    for (const retentionInDays of [undefined, 0]) {
        const stack = stackOf(network({ logGroup: { retentionInDays } }));

        it(`rejects a log group that keeps for ever (${retentionInDays ?? "left out"})`, async () => {
            assert.deepEqual(await judge(policy, stack), [
                [
                    "mandatory",
                    "flow-logs",
                    'LogGroup "flow-logs": retentionInDays: keeps events for ever; set it to 90 days or more',
                ],
            ]);
        });

        it(`accepts it where that is allowed (${retentionInDays ?? "left out"})`, async () => {
            const config = { [policy.name]: { allowForever: true } };
            assert.deepEqual(await judge(policy, stack, { config }), []);
        });
    }

    it("finds the group by its ARN, with and without the closing :*", async () => {
        const { logGroup: group } = network();
        for (const ending of ["", ":*"]) {
            const logDestination = `${String(group.computed.arn)}${ending}`;
            const stack = network({ logGroup: { retentionInDays: 1 }, log: { logDestination } });
            const findings = await judge(policy, stackOf(stack), { phase: "update" });
            assert.equal(findings.length, 1, ending);
        }
    });

    it("leaves log groups alone that hold no flow logs of EKS endpoints", async () => {
        const other = logGroup({ retentionInDays: 1 }, { name: "other" });
        assert.deepEqual(await judge(policy, stackOf(network(), other)), []);
    });

    it("does not apply to a log group from elsewhere, nor to a bucket", async () => {
        const logDestination = "arn:aws:logs:eu-central-1:111122223333:log-group:central";
        assert.deepEqual(await reasonsOf(policy, stackOf(network({ log: { logDestination } }))), [
            `FlowLog "log" uses ${logDestination}, which is not in this stack`,
        ]);
        assert.deepEqual(
            await reasonsOf(policy, stackOf(network({ log: { logDestinationType: "s3" } }))),
            ['FlowLog "log" does not go to a log group'],
        );
    });

    it("does not guess at an unknown retention", async () => {
        assert.deepEqual(
            await judge(policy, stackOf(network({ logGroup: { retentionInDays: later(90) } }))),
            [
                [
                    "advisory",
                    "flow-logs",
                    'LogGroup "flow-logs": not judged yet: string value at .retentionInDays can\'t be known during preview',
                ],
            ],
        );
    });

    it("does not guess at an unknown log group from elsewhere", async () => {
        assert.deepEqual(
            await judge(policy, stackOf(network({ log: { logDestination: later("arn") } }))),
            [
                [
                    "advisory",
                    "log",
                    'FlowLog "log": not judged yet: string value at .logDestination can\'t be known during preview',
                ],
            ],
        );
    });

    const malformed: [retentionInDays: unknown, kept: string][] = [
        ["365", "for ever"],
        [{}, "for ever"],
        [-1, "for -1 days"],
        [1.5, "for 1.5 days"],
    ];
    for (const [retentionInDays, kept] of malformed) {
        it(`rejects a malformed retention: ${JSON.stringify(retentionInDays)}`, async () => {
            const stack = stackOf(network({ logGroup: { retentionInDays } }));
            assert.deepEqual(await judge(policy, stack), [
                [
                    "mandatory",
                    "flow-logs",
                    `LogGroup "flow-logs": retentionInDays: keeps events ${kept}; set it to 90 days or more`,
                ],
            ]);
        });
    }
});
