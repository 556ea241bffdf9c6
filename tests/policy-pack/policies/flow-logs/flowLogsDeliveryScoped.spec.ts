import assert from "node:assert/strict";

import { flowLogsDeliveryScoped as policy } from "../../../../policy-pack/policies/flow-logs/flowLogsDeliveryScoped";
import { judge, reasonsOf } from "../../support/judge";
import {
    bucket,
    bucketPolicy,
    deliveryTrust,
    network,
    role,
    stackOf,
} from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const ADD =
    'may act for the flow logs of any account; add StringEquals "aws:SourceAccount" or ArnLike "aws:SourceArn" ' +
    'with the account of the logs, or StringEquals "aws:SourceOrgID" with their organisation';
const OPEN_TRUST = { assumeRolePolicy: deliveryTrust({ Condition: undefined }) };

describe("flowLogsDeliveryScoped", () => {
    it("accepts a role for the logs of its own account", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("rejects a role for the logs of any account", async () => {
        assert.deepEqual(await judge(policy, stackOf(network({ role: OPEN_TRUST }))), [
            [
                "mandatory",
                "delivery",
                `Role "delivery": assumeRolePolicy.Statement[0].Condition: vpc-flow-logs.amazonaws.com ${ADD}`,
            ],
        ]);
    });

    it("reads a trust policy that is an object", async () => {
        const assumeRolePolicy: unknown = JSON.parse(OPEN_TRUST.assumeRolePolicy);
        assert.equal(
            (await judge(policy, stackOf(network({ role: { assumeRolePolicy } })))).length,
            1,
        );
    });

    /** A stack whose flow log goes to a folder of a bucket with this policy. */
    function toBucket(changes: object) {
        const logs = bucket();
        const attached = bucketPolicy({
            bucket: outputOf(logs),
            policy: JSON.stringify({
                Statement: {
                    Effect: "Allow",
                    Principal: { Service: "delivery.logs.amazonaws.com" },
                    Action: "s3:PutObject",
                    Resource: "*",
                    ...changes,
                },
            }),
        });
        const log = {
            logDestinationType: "s3",
            logDestination: `${String(logs.computed.arn)}/endpoints/`,
        };
        return stackOf(network({ log }), logs, attached);
    }

    it("rejects a bucket for the logs of any account, whatever folder they go to", async () => {
        assert.deepEqual(await judge(policy, toBucket({}), { phase: "update" }), [
            [
                "mandatory",
                "logs-policy",
                `BucketPolicy "logs-policy": policy.Statement[0].Condition: delivery.logs.amazonaws.com ${ADD}`,
            ],
        ]);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`reads the policy that stands in the bucket itself (${phase})`, async () => {
            const logs = bucket({
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Principal: { Service: "delivery.logs.amazonaws.com" },
                        Action: "s3:PutObject",
                        Resource: "*",
                    },
                }),
            });
            const log = { logDestinationType: "s3", logDestination: outputOf(logs, "arn") };
            assert.deepEqual(await judge(policy, stackOf(network({ log }), logs), { phase }), [
                [
                    "mandatory",
                    "logs",
                    `Bucket "logs": policy.Statement[0].Condition: delivery.logs.amazonaws.com ${ADD}`,
                ],
            ]);
        });
    }

    it("accepts a central bucket for one organisation", async () => {
        const Condition = { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } };
        assert.deepEqual(await judge(policy, toBucket({ Condition }), { phase: "update" }), []);
    });

    it("rejects a bucket that asks for the organisation of the service", async () => {
        const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
        assert.deepEqual(await judge(policy, toBucket({ Condition }), { phase: "update" }), [
            [
                "mandatory",
                "logs-policy",
                'BucketPolicy "logs-policy": policy.Statement[0].Condition.StringEquals.aws:PrincipalOrgID: ' +
                    "delivery.logs.amazonaws.com is in no organisation, so this lets nothing be delivered; " +
                    "compare aws:SourceOrgID",
            ],
        ]);
    });

    it("leaves roles alone that deliver no flow logs of EKS endpoints", async () => {
        const other = role(OPEN_TRUST, { name: "other" });
        assert.deepEqual(await judge(policy, stackOf(network(), other)), []);
    });

    it("does not apply to a role from elsewhere", async () => {
        const iamRoleArn = "arn:aws:iam::111122223333:role/central";
        assert.deepEqual(await reasonsOf(policy, stackOf(network({ log: { iamRoleArn } }))), [
            `FlowLog "log" uses ${iamRoleArn}, which is not in this stack`,
        ]);
    });

    it("does not guess at an unknown trust policy", async () => {
        const stack = network({ role: { assumeRolePolicy: later(deliveryTrust()) } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "delivery",
                'Role "delivery": not judged yet: string value at .assumeRolePolicy can\'t be known during preview',
            ],
        ]);
    });

    const malformed: [assumeRolePolicy: unknown, problem: string][] = [
        [{}, "has no Statement; add a list with at least one statement"],
        ["[]", "is a list; write an object"],
    ];
    for (const [assumeRolePolicy, problem] of malformed) {
        it(`rejects a trust policy that is none: ${JSON.stringify(assumeRolePolicy)}`, async () => {
            const stack = stackOf(network({ role: { assumeRolePolicy } }));
            assert.deepEqual(await judge(policy, stack), [
                ["mandatory", "delivery", `Role "delivery": assumeRolePolicy: ${problem}`],
            ]);
        });
    }

    it("says nothing about a trust policy that is neither text nor an object", async () => {
        const stack = stackOf(network({ role: { assumeRolePolicy: 7 } }));
        assert.deepEqual(await judge(policy, stack), []);
    });
});
