import assert from "node:assert/strict";

import { ipAddressTypeConsistent } from "../../../../policy-pack/policies/addressing/ipAddressTypeConsistent";
import { flowLogsRetention } from "../../../../policy-pack/policies/flow-logs/flowLogsRetention";
import { exemptionsInUse } from "../../../../policy-pack/policies/pack/exemptionsInUse";
import { policyConfiguration as policy } from "../../../../policy-pack/policies/pack/policyConfiguration";
import { analyze, type Question } from "../../support/analyzer";
import { network, stackOf, stackResource } from "../../support/resources";
import type { TestResource } from "../../support/testResource";

/** Messages about the config of `flow-logs-retention`. */
async function messagesOf(
    config: { [key: string]: unknown },
    resources: TestResource[] = stackOf(network()),
    own: Question["config"] = {},
): Promise<string[]> {
    const { diagnostics } = await analyze({
        policies: [flowLogsRetention, policy, exemptionsInUse],
        resources,
        config: { [flowLogsRetention.name]: config, ...own },
    });
    return diagnostics
        .filter((diagnostic) => diagnostic.policy === policy.name)
        .map(
            ({ level, resource, message }) =>
                `${level} ${resource} ${message.split("\n")[1] ?? ""}`,
        );
}

describe("policyConfiguration", () => {
    it("accepts every known key", async () => {
        const exemptions = [{ resource: "*", reason: "agreed", expires: "2999-12-31" }];
        assert.deepEqual(await messagesOf({ minimumDays: 30, allowForever: true, exemptions }), []);
    });

    const cases: [what: string, config: { [key: string]: unknown }, message: string][] = [
        [
            "a misspelt key",
            { minimumDay: 30 },
            "minimumDay: is no key of this policy; known: minimumDays, allowForever, exemptions, enforcementLevel; " +
                "did you mean minimumDays?",
        ],
        [
            "a key that is near to none",
            { colour: "blue" },
            "colour: is no key of this policy; known: minimumDays, allowForever, exemptions, enforcementLevel",
        ],
        [
            "a value of another type",
            { minimumDays: "90" },
            'minimumDays: "90" is no integer; Days for which a log group must keep its events.',
        ],
        [
            "exemptions that are no list",
            { exemptions: "flow-logs" },
            "exemptions: is no list; write [{ resource, reason, expires }]",
        ],
        [
            "an exemption without reason and date",
            { exemptions: [{ resource: "flow-logs" }] },
            "exemptions[0]: lacks reason and expires; an exemption needs resource, reason and expires",
        ],
        [
            "an exemption with a day that does not exist",
            { exemptions: [{ resource: "flow-logs", reason: "agreed", expires: "2027-02-30" }] },
            'exemptions[0].expires: "2027-02-30" is no date; write year, month and day as 2027-01-31',
        ],
        [
            "an exemption with a date in other words",
            { exemptions: [{ resource: "flow-logs", reason: "agreed", expires: "1 May" }] },
            'exemptions[0].expires: "1 May" is no date; write year, month and day as 2027-01-31',
        ],
    ];
    for (const [what, config, message] of cases) {
        it(`reports ${what} once, on the stack`, async () => {
            assert.deepEqual(await messagesOf(config), [
                `mandatory test-dev Stack "test-dev": flow-logs-retention.${message}`,
            ]);
        });
    }

    it("reports on a stack that has nothing to judge", async () => {
        assert.equal((await messagesOf({ minimumDay: 30 }, [stackResource()])).length, 1);
    });

    it("reports the config of a policy that judges single resources, also when there are none", async () => {
        const { diagnostics } = await analyze({
            policies: [ipAddressTypeConsistent, policy],
            resources: [stackResource()],
            config: { [ipAddressTypeConsistent.name]: { families: "ipv4" } },
        });
        assert.deepEqual(
            diagnostics.map(({ message }) => message.split("\n")[1]),
            [
                'Stack "test-dev": ip-address-type-consistent.families: is no key of this policy; ' +
                    "known: exemptions, enforcementLevel",
            ],
        );
    });

    it("forgets the config of an earlier run", async () => {
        await messagesOf({ minimumDay: 30 });
        assert.deepEqual(await messagesOf({ enforcementLevel: "disabled" }), []);
    });

    it("is silent when it is disabled", async () => {
        const own = { [policy.name]: { enforcementLevel: "disabled" } };
        assert.deepEqual(await messagesOf({ minimumDay: 30 }, undefined, own), []);
    });

    it("is silent when the stack is exempted", async () => {
        const exemptions = [{ resource: "test-dev", reason: "agreed", expires: "2999-12-31" }];
        const own = { [policy.name]: { exemptions } };
        assert.deepEqual(await messagesOf({ minimumDay: 30 }, undefined, own), []);
    });

    it("reports again when the exemption of the stack has expired", async () => {
        const exemptions = [{ resource: "test-dev", reason: "agreed", expires: "2020-12-31" }];
        const own = { [policy.name]: { exemptions } };
        assert.equal((await messagesOf({ minimumDay: 30 }, undefined, own)).length, 1);
    });

    it("keeps the default for a value that has a problem", async () => {
        const { diagnostics } = await analyze({
            policies: [flowLogsRetention],
            resources: stackOf(network()),
            config: { [flowLogsRetention.name]: { minimumDays: "1000" } },
        });
        assert.deepEqual(diagnostics, []);
    });
});
