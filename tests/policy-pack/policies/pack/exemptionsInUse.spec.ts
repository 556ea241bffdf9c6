import assert from "node:assert/strict";

import { flowLogsAllTraffic } from "../../../../policy-pack/policies/flow-logs/flowLogsAllTraffic";
import { flowLogsRetention } from "../../../../policy-pack/policies/flow-logs/flowLogsRetention";
import { exemptionsInUse as policy } from "../../../../policy-pack/policies/pack/exemptionsInUse";
import { analyze, type Question } from "../../support/analyzer";
import { flowLog, network, stackOf, stackResource } from "../../support/resources";
import { later } from "../../support/testResource";

/** What is said about exemptions from `flow-logs-retention`. */
async function messagesOf(
    exemption: { resource: string; expires: string },
    retentionInDays: unknown = 1,
    own: Question["config"] = {},
): Promise<string[]> {
    const { diagnostics } = await analyze({
        policies: [flowLogsRetention, policy],
        resources: stackOf(network({ logGroup: { retentionInDays } })),
        config: {
            [flowLogsRetention.name]: { exemptions: [{ reason: "agreed", ...exemption }] },
            ...own,
        },
    });
    return diagnostics
        .filter((diagnostic) => diagnostic.policy === policy.name)
        .map(
            ({ level, resource, message }) =>
                `${level} ${resource} ${message.split("\n")[1] ?? ""}`,
        );
}

const ABOUT = 'advisory test-dev Stack "test-dev": flow-logs-retention.exemptions[0]:';

describe("exemptionsInUse", () => {
    it("is silent without exemptions", async () => {
        const { diagnostics } = await analyze({
            policies: [flowLogsRetention, policy],
            resources: stackOf(network()),
        });
        assert.deepEqual(diagnostics, []);
    });

    it("tells what an exemption is used for", async () => {
        assert.deepEqual(await messagesOf({ resource: "flow-*", expires: "2999-12-31" }), [
            `${ABOUT} exempts flow-logs until 2999-12-31: agreed`,
        ]);
    });

    it("counts an exemption as used for what preview does not know", async () => {
        const messages = await messagesOf({ resource: "flow-*", expires: "2999-12-31" }, later(1));
        assert.deepEqual(messages, [`${ABOUT} exempts flow-logs until 2999-12-31: agreed`]);
    });

    it("tells of an exemption that matches nothing", async () => {
        assert.deepEqual(await messagesOf({ resource: "flow_logs", expires: "2999-12-31" }), [
            `${ABOUT} "flow_logs" matches nothing that the policy would report; remove the exemption`,
        ]);
    });

    it("tells of an exemption that is no longer needed", async () => {
        assert.deepEqual(await messagesOf({ resource: "flow-logs", expires: "2999-12-31" }, 365), [
            `${ABOUT} "flow-logs" matches nothing that the policy would report; remove the exemption`,
        ]);
    });

    it("tells of an expired exemption", async () => {
        assert.deepEqual(await messagesOf({ resource: "flow-logs", expires: "2020-12-31" }), [
            `${ABOUT} expired on 2020-12-31 and exempts "flow-logs" no longer; correct the resource, or agree on a new date`,
        ]);
    });

    it("starts afresh in the next run", async () => {
        await messagesOf({ resource: "flow-logs", expires: "2999-12-31" });
        assert.deepEqual(await messagesOf({ resource: "flow-logs", expires: "2999-12-31" }, 365), [
            `${ABOUT} "flow-logs" matches nothing that the policy would report; remove the exemption`,
        ]);
    });

    it("is silent when it is disabled", async () => {
        const own = { [policy.name]: { enforcementLevel: "disabled" } };
        assert.deepEqual(
            await messagesOf({ resource: "flow-logs", expires: "2999-12-31" }, 1, own),
            [],
        );
    });

    it("leaves malformed exemptions to policy-configuration", async () => {
        assert.deepEqual(await messagesOf({ resource: "flow-logs", expires: "soon" }), []);
    });

    it("counts an exemption as used that keeps a resource from being put right", async () => {
        const log = flowLog({ vpcId: "vpc-0123", trafficType: "REJECT" });
        const { diagnostics, remediated } = await analyze({
            policies: [flowLogsAllTraffic, policy],
            resources: [stackResource(), log],
            config: {
                [flowLogsAllTraffic.name]: {
                    enforcementLevel: "remediate",
                    exemptions: [{ resource: "log", reason: "agreed", expires: "2999-12-31" }],
                },
            },
        });
        assert.deepEqual(remediated, []);
        assert.deepEqual(
            diagnostics.map(({ message }) => message.split("\n")[1]),
            [
                'Stack "test-dev": flow-logs-all-traffic.exemptions[0]: exempts log until 2999-12-31: agreed',
            ],
        );
    });
});
