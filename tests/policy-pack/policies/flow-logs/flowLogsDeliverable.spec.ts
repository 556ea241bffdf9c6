import assert from "node:assert/strict";

import { flowLogsDeliverable as policy } from "../../../../policy-pack/policies/flow-logs/flowLogsDeliverable";
import { deliveryBucketPolicy } from "../../../../sdk/domain";
import { judge } from "../../support/judge";
import {
    ACCOUNT_ID,
    bucket,
    bucketPolicy,
    compliantStack,
    deliveryTrust,
    flowLog,
    network,
    providerOf,
    REGION,
    stackOf,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

const ROLE_ARN = "arn:aws:iam::111122223333:role/delivery";
const BUCKET_ARN = "arn:aws:s3:::logs";

/** What is said of a flow log with these inputs. */
async function judgeLog(log: { [key: string]: unknown }): Promise<string[]> {
    const findings = await judge(policy, stackOf(network({ log })));
    return findings.map((finding) => finding.join(" "));
}

describe("flowLogsDeliverable", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts a log group with a role (${phase})`, async () => {
            assert.deepEqual(await judge(policy, compliantStack(), { phase }), []);
        });
    }

    for (const iamRoleArn of [ROLE_ARN, later(ROLE_ARN)]) {
        it(`rejects a bucket with a role that is ${typeof iamRoleArn === "string" ? "known" : "unknown"}`, async () => {
            const log = { logDestinationType: "s3", logDestination: BUCKET_ARN };
            assert.deepEqual(await judgeLog({ ...log, iamRoleArn }), [
                'mandatory log FlowLog "log": iamRoleArn: is given, and AWS refuses a role for a flow log that goes to s3, ' +
                    "because the bucket's policy lets the log delivery service in; leave it out",
            ]);
            assert.deepEqual(await judgeLog({ ...log, iamRoleArn: undefined }), []);
        });
    }

    it("rejects a log group without a role", async () => {
        assert.deepEqual(await judgeLog({ iamRoleArn: undefined }), [
            'mandatory log FlowLog "log": iamRoleArn: is left out, and AWS refuses a flow log that goes to cloud-watch-logs ' +
                "without a role; give one that vpc-flow-logs.amazonaws.com may assume",
        ]);
    });

    for (const logDestinationType of ["cloud-watch-logs", "s3", "kinesis-data-firehose"]) {
        it(`rejects ${logDestinationType} without a destination`, async () => {
            const iamRoleArn = logDestinationType === "s3" ? undefined : ROLE_ARN;
            const log = { logDestinationType, logDestination: undefined, iamRoleArn };
            assert.deepEqual(await judgeLog(log), [
                `mandatory log FlowLog "log": logDestination: is left out, and AWS refuses a flow log that goes to ` +
                    `${logDestinationType} without one; give the ARN of the destination`,
            ]);
        });
    }

    it("accepts a log group by its name, as older releases of the provider take it", async () => {
        assert.deepEqual(await judgeLog({ logDestination: undefined, logGroupName: "logs" }), []);
    });

    it("accepts a stream with and without a role", async () => {
        const log = {
            logDestinationType: "kinesis-data-firehose",
            logDestination: "arn:aws:firehose:eu-central-1:111122223333:deliverystream/logs",
        };
        assert.deepEqual(await judgeLog(log), []);
        assert.deepEqual(await judgeLog({ ...log, iamRoleArn: undefined }), []);
    });

    it("rejects fields that no record has, in the words of the component", async () => {
        assert.deepEqual(await judgeLog({ logFormat: "${srcaddr} ${dstadr}" }), [
            'mandatory log FlowLog "log": logFormat: "${dstadr}" is no field; write field names from the VPC guide as ' +
                "${name}, separated by spaces, or leave logFormat out; did you mean dstaddr?",
        ]);
        assert.deepEqual(await judgeLog({ logFormat: "${srcaddr} ${interface-type}" }), []);
    });

    it("rejects a folder named AWSLogs", async () => {
        const log = { logDestinationType: "s3", iamRoleArn: undefined };
        const [finding, ...more] = await judgeLog({
            ...log,
            logDestination: `${BUCKET_ARN}/AWSLogs/`,
        });
        assert.match(
            finding ?? "",
            /^mandatory log .*: logDestination: names the folder AWSLogs, /,
        );
        assert.deepEqual(more, []);
        assert.deepEqual(await judgeLog({ ...log, logDestination: `${BUCKET_ARN}/eks/` }), []);
    });
});

describe("flowLogsDeliverable and the policy of a bucket", () => {
    const ADMITTING = deliveryBucketPolicy(BUCKET_ARN, {
        partition: "aws",
        region: REGION,
        accountId: ACCOUNT_ID,
    });
    const OTHERS = JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Principal: { AWS: ACCOUNT_ID }, Action: "s3:*", Resource: "*" },
        ],
    });
    const REASON =
        "policy.Statement: lets delivery.logs.amazonaws.com do no s3:PutObject on its objects and no s3:GetBucketAcl on the " +
        "bucket, so AWS refuses the flow log, or nothing arrives; allow it, bound by aws:SourceAccount";

    /** What is said of a flow log to a bucket with this policy, inline or in a resource of its own. */
    async function judgeBucket(text: unknown, phase: "preview" | "update", isInline: boolean) {
        const archive = bucket(isInline ? { policy: text } : {});
        const log = {
            logDestinationType: "s3",
            logDestination: outputOf(archive, "arn"),
            iamRoleArn: undefined,
        };
        const attached = bucketPolicy({ bucket: outputOf(archive), policy: text });
        const more = isInline ? [archive] : [archive, attached];
        return judge(policy, stackOf(network({ log }), ...more), { phase });
    }

    for (const phase of ["preview", "update"] as const) {
        it(`rejects one that lets others in only, inline and of its own (${phase})`, async () => {
            assert.deepEqual(await judgeBucket(OTHERS, phase, true), [
                ["mandatory", "logs", `Bucket "logs": ${REASON}`],
            ]);
            assert.deepEqual(await judgeBucket(OTHERS, phase, false), [
                ["mandatory", "logs-policy", `BucketPolicy "logs-policy": ${REASON}`],
            ]);
        });

        it(`accepts one that lets delivery in, and a bucket without any (${phase})`, async () => {
            assert.deepEqual(await judgeBucket(ADMITTING, phase, true), []);
            assert.deepEqual(await judgeBucket(ADMITTING, phase, false), []);
            assert.deepEqual(await judgeBucket(undefined, phase, true), []);
        });
    }

    it("says once that it cannot know one that preview does not know", async () => {
        const [[level, resource] = [], ...more] = await judgeBucket(
            later(OTHERS),
            "preview",
            false,
        );
        assert.deepEqual([level, resource, more], ["advisory", "logs-policy", []]);
    });
});

describe("flowLogsDeliverable and a second log", () => {
    async function judgeSecond(changes: object, phase: "preview" | "update") {
        const own = network();
        const second = flowLog({ ...own.log.inputs, ...changes }, { name: "second" });
        return judge(policy, stackOf(own, second), { phase });
    }

    for (const phase of ["preview", "update"] as const) {
        it(`rejects one that records the same to the same group (${phase})`, async () => {
            assert.deepEqual(await judgeSecond({}, phase), [
                [
                    "mandatory",
                    "log",
                    'FlowLog "log": records the same to the same destination as FlowLog "second", and AWS refuses the second ' +
                        "of two; remove one of them",
                ],
            ]);
        });

        it(`accepts one of other traffic, of another record or to another group (${phase})`, async () => {
            for (const changes of [
                { trafficType: "REJECT" },
                { maxAggregationInterval: 60 },
                { logFormat: "${srcaddr}" },
                { logDestination: "arn:aws:logs:eu-central-1:111122223333:log-group:other" },
            ]) {
                assert.deepEqual(await judgeSecond(changes, phase), []);
            }
        });
    }
});

describe("flowLogsDeliverable and the trust policy of a role", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`rejects one for another service (${phase})`, async () => {
            const trust = deliveryTrust({ Principal: { Service: "ec2.amazonaws.com" } });
            const stack = stackOf(network({ role: { assumeRolePolicy: trust } }));
            const [[level, resource, message] = [], ...more] = await judge(policy, stack, {
                phase,
            });
            assert.deepEqual([level, resource, more], ["mandatory", "delivery", []]);
            assert.match(message ?? "", /assumeRolePolicy\.Statement: does not let vpc-flow-logs/);
        });
    }
});

describe("flowLogsDeliverable and a delivery stream of another account", () => {
    const OTHER = "444455556666";
    const STREAM_ARN = `arn:aws:firehose:${REGION}:${OTHER}:deliverystream/logs`;

    async function judgeStream(log: { [key: string]: unknown }, more: TestResource[] = []) {
        const own = network({
            log: {
                logDestinationType: "kinesis-data-firehose",
                logDestination: STREAM_ARN,
                iamRoleArn: undefined,
                ...log,
            },
        });
        own.log.provider = providerOf(ACCOUNT_ID);
        const findings = await judge(policy, stackOf(own, ...more));
        return findings.map(([level, , message]) => `${level} ${message.split(" is left")[0]}`);
    }

    const MISSING = [
        'mandatory FlowLog "log": iamRoleArn:',
        'mandatory FlowLog "log": deliverCrossAccountRole:',
    ];

    it("rejects it without the two roles, and accepts it with them", async () => {
        assert.deepEqual(await judgeStream({}), MISSING);
        const roles = { iamRoleArn: ROLE_ARN, deliverCrossAccountRole: later(ROLE_ARN) };
        assert.deepEqual(await judgeStream(roles), []);
    });

    it("knows the account of a stream of this stack by its provider", async () => {
        const stream: TestResource = {
            type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
            name: "logs",
            inputs: { destination: "extended_s3" },
            computed: { arn: STREAM_ARN },
            provider: providerOf(OTHER),
        };
        const log = { logDestination: outputOf(stream, "arn") };
        assert.deepEqual(await judgeStream(log, [stream]), MISSING);
        stream.provider = providerOf(ACCOUNT_ID);
        assert.deepEqual(await judgeStream(log, [stream]), []);
    });
});
