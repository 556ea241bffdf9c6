import assert from "node:assert/strict";

import { flowLogsKeyUsable as policy } from "../../../../policy-pack/policies/flow-logs/flowLogsKeyUsable";
import { createSimulated } from "../../support/createSimulated";
import { judge, reasonsOf } from "../../support/judge";
import {
    ACCOUNT_ID,
    awsProvider,
    bucket,
    bucketEncryption,
    compliantStack,
    type Inputs,
    keyPolicy,
    kmsKey,
    kmsKeyPolicy,
    network,
    REGION,
    stackOf,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

const ACTIONS =
    "kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* and kms:DescribeKey";
const DELIVERY = "delivery.logs.amazonaws.com";
const LOGS = `logs.${REGION}.amazonaws.com`;

/** A flow log to a bucket that encrypts with what is given for `kmsMasterKeyId`, in the form that is given. */
function toBucket(
    kmsMasterKeyId: unknown,
    more: TestResource[] = [],
    form: "separate" | "inline" | "v2" = "separate",
): TestResource[] {
    const byDefault = { sseAlgorithm: "aws:kms", kmsMasterKeyId };
    const rule = { applyServerSideEncryptionByDefault: byDefault };
    const inputs = {
        separate: {},
        inline: { serverSideEncryptionConfiguration: { rule } },
        v2: { serverSideEncryptionConfigurations: [{ rules: [rule] }] },
    };
    const archive = bucket(inputs[form], { name: "archive" });
    const encryption = bucketEncryption({ bucket: outputOf(archive), rules: [rule] });
    const log = {
        logDestinationType: "s3",
        logDestination: outputOf(archive, "arn"),
        iamRoleArn: undefined,
    };
    const own = form === "separate" ? [encryption] : [];
    return stackOf(network({ log }), archive, ...own, ...more);
}

/** A flow log to a log group with a key, in a region that the provider tells. */
function toLogGroup(key: TestResource, ...more: TestResource[]): TestResource[] {
    const stack = network({ logGroup: { kmsKeyId: outputOf(key, "arn") } });
    stack.logGroup.provider = awsProvider("here", { region: REGION });
    return stackOf(stack, key, ...more);
}

function refusal(service: string, destination: string): string {
    return (
        `policy: does not let ${service} use the key, so no flow log reaches ${destination}; ` +
        `allow ${service} ${ACTIONS}`
    );
}

describe("flowLogsKeyUsable", () => {
    for (const phase of ["preview", "update"] as const) {
        describe(phase, () => {
            it("accepts a key of another stack, of which it sees no policy", async () => {
                assert.deepEqual(await judge(policy, compliantStack(), { phase }), []);
            });

            for (const form of ["separate", "inline", "v2"] as const) {
                it(`rejects a bucket's key that does not admit delivery (encryption ${form})`, async () => {
                    const key = kmsKey({ policy: keyPolicy() });
                    const stack = toBucket(outputOf(key, "arn"), [key], form);
                    assert.deepEqual(await judge(policy, stack, { phase }), [
                        ["mandatory", "key", `Key "key": ${refusal(DELIVERY, 'Bucket "archive"')}`],
                    ]);
                });

                it(`accepts a bucket's key that admits delivery (encryption ${form})`, async () => {
                    const key = kmsKey({ policy: keyPolicy(DELIVERY) });
                    const stack = toBucket(outputOf(key, "arn"), [key], form);
                    assert.deepEqual(await judge(policy, stack, { phase }), []);
                });
            }

            it("judges the policy of a key that is a resource of its own, and not the key's", async () => {
                const key = kmsKey();
                const admitting = kmsKeyPolicy(key, { policy: keyPolicy(DELIVERY) });
                const stack = toBucket(outputOf(key, "arn"), [key, admitting]);
                assert.deepEqual(await judge(policy, stack, { phase }), []);
                admitting.inputs.policy = keyPolicy();
                assert.deepEqual(await judge(policy, stack, { phase }), [
                    [
                        "mandatory",
                        "key-policy",
                        `KeyPolicy "key-policy": ${refusal(DELIVERY, 'Bucket "archive"')}`,
                    ],
                ]);
            });

            it("rejects a key that leaves its policy out, although AWS computes one", async () => {
                const key = kmsKey();
                assert.deepEqual(await judge(policy, toLogGroup(key), { phase }), [
                    [
                        "mandatory",
                        "key",
                        `Key "key": policy: is left out, and with its default a key does not let ${LOGS} use it, so no flow log ` +
                            'reaches LogGroup "flow-logs"; write the default statement and one more: ' +
                            `allow ${LOGS} ${ACTIONS}`,
                    ],
                ]);
            });

            it("accepts a log group's key that admits CloudWatch Logs of the region", async () => {
                const key = kmsKey({ policy: keyPolicy(LOGS) });
                assert.deepEqual(await judge(policy, toLogGroup(key), { phase }), []);
            });

            it("rejects a log group's key that admits CloudWatch Logs of another region only", async () => {
                const key = kmsKey({ policy: keyPolicy("logs.eu-west-1.amazonaws.com") });
                assert.deepEqual(await judge(policy, toLogGroup(key), { phase }), [
                    ["mandatory", "key", `Key "key": ${refusal(LOGS, 'LogGroup "flow-logs"')}`],
                ]);
            });
        });
    }

    const statements: [string, Inputs][] = [
        ["the service", {}],
        ["every principal", { Principal: "*" }],
        ["another service", { Principal: { Service: "sns.amazonaws.com" } }],
        [
            "the service of another region",
            { Principal: { Service: "logs.eu-west-1.amazonaws.com" } },
        ],
        ["another action", { Action: "kms:Decrypt" }],
        ["any action", { Action: "kms:*" }],
        ["the account", { Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT_ID } } }],
        [
            "principals of an organisation",
            {
                Principal: "*",
                Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
            },
        ],
    ];
    for (const [what, statement] of statements) {
        it(`says of a policy that admits ${what} what the simulated AWS does with it`, async () => {
            const write = (): TestResource[] =>
                toLogGroup(kmsKey({ policy: keyPolicy(LOGS, statement) }));
            const refusals = await createSimulated(write());
            const findings = await judge(policy, write());
            assert.equal(
                findings.length > 0,
                refusals.some((each) => each.includes("KMS key")),
                JSON.stringify({ refusals, findings }),
            );
        });
    }

    it("follows a key by its ID, and asks for the ARN", async () => {
        const key = kmsKey({ policy: keyPolicy() });
        const stack = toBucket(outputOf(key), [key]);
        assert.deepEqual(await judge(policy, stack, { phase: "update" }), [
            [
                "mandatory",
                "logs-sse",
                'BucketServerSideEncryptionConfiguration "logs-sse": rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId: ' +
                    `is "${String(key.computed.id)}", by which AWS finds no key for flow logs; give the ARN of a key of your own`,
            ],
            ["mandatory", "key", `Key "key": ${refusal(DELIVERY, 'Bucket "archive"')}`],
        ]);
    });

    it("rejects an alias at a log group", async () => {
        const kmsKeyId = "arn:aws:kms:eu-central-1:111122223333:alias/logs";
        assert.deepEqual(await judge(policy, stackOf(network({ logGroup: { kmsKeyId } }))), [
            [
                "mandatory",
                "flow-logs",
                `LogGroup "flow-logs": kmsKeyId: is "${kmsKeyId}", by which AWS finds no key for flow logs; give the ARN of a key ` +
                    "of your own",
            ],
        ]);
    });

    it("rejects the key that AWS manages, with its place in the bucket", async () => {
        const place = "serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault";
        assert.deepEqual(await judge(policy, toBucket(undefined, [], "inline")), [
            [
                "mandatory",
                "archive",
                `Bucket "archive": ${place}.kmsMasterKeyId: is left out, so S3 takes the key that AWS manages, with which ` +
                    "flow logs cannot be read; give the ARN of a key of your own",
            ],
        ]);
    });

    it("accepts a bucket that encrypts without KMS", async () => {
        const stack = toBucket(undefined, [], "inline");
        const archive = stack.find(({ name }) => name === "archive");
        const byDefault = { sseAlgorithm: "AES256" };
        Object.assign(archive?.inputs ?? {}, {
            serverSideEncryptionConfiguration: {
                rule: { applyServerSideEncryptionByDefault: byDefault },
            },
        });
        assert.deepEqual(await judge(policy, stack), []);
    });

    it("takes CloudWatch Logs of any region where nothing tells the region", async () => {
        const admitted = kmsKey({ policy: keyPolicy("logs.eu-west-1.amazonaws.com") });
        const inputs: Inputs = { kmsKeyId: outputOf(admitted, "arn") };
        assert.deepEqual(await judge(policy, stackOf(network({ logGroup: inputs }), admitted)), []);
    });

    it("does not guess at an unknown key or policy", async () => {
        const key = kmsKey({ policy: later("{}") });
        assert.deepEqual(await judge(policy, toLogGroup(key)), [
            [
                "advisory",
                "key",
                'Key "key": not judged yet: string value at .policy can\'t be known during preview',
            ],
        ]);
        const stack = network({ logGroup: { kmsKeyId: later("arn") } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "flow-logs",
                'LogGroup "flow-logs": not judged yet: string value at .kmsKeyId can\'t be known during preview',
            ],
        ]);
    });

    it("does not apply to a key of another stack", async () => {
        assert.deepEqual(await reasonsOf(policy, compliantStack()), [
            'LogGroup "flow-logs" is encrypted with arn:aws:kms:eu-central-1:111122223333:key/k, which is not in this stack',
        ]);
    });
});
