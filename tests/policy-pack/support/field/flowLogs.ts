import { deliveryBucketPolicy } from "../../../../sdk/domain";
import { type Case, compliant } from "../example";
import { ACCOUNT_ID, bucket, bucketPolicy, deliveryTrust, type Inputs, REGION } from "../resources";
import { outputOf, type TestResource } from "../testResource";
import type { FieldCase } from "./fieldCase";

const ARN = "arn:aws:s3:::archive";
const OWN = deliveryBucketPolicy(ARN, {
    partition: "aws",
    region: REGION,
    accountId: ACCOUNT_ID,
});

/** A policy that lets delivery in under a condition. */
function admitting(Condition?: object): string {
    const Principal = { Service: "delivery.logs.amazonaws.com" };
    const allow = { Effect: "Allow", Principal, Condition };
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            { ...allow, Action: "s3:PutObject", Resource: `${ARN}/*` },
            { ...allow, Action: "s3:GetBucketAcl", Resource: ARN },
        ],
    });
}

/** A flow log that goes to a bucket. */
function archived(inputs: Inputs, policy?: string): Case {
    const archive = bucket({ bucket: "archive", ...inputs }, { name: "archive" });
    const attached: TestResource[] =
        policy === undefined ? [] : [bucketPolicy({ bucket: outputOf(archive), policy })];
    const log = {
        logDestinationType: "s3",
        logDestination: outputOf(archive, "arn"),
        iamRoleArn: undefined,
    };
    return compliant({ log }, () => [archive, ...attached]);
}

/** Flow logs as people have them delivered. */
export const FLOW_LOG_CASES: FieldCase[] = [
    {
        title: "a bucket for the flow logs of one organisation",
        said: [],
        stack: () =>
            archived({}, admitting({ StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } })),
    },
    {
        title: "the encryption of a bucket inline, where encryption is asked for",
        said: [],
        stack: () => ({
            ...archived(
                {
                    serverSideEncryptionConfiguration: {
                        rule: {
                            applyServerSideEncryptionByDefault: {
                                sseAlgorithm: "aws:kms",
                                kmsMasterKeyId: `arn:aws:kms:${REGION}:${ACCOUNT_ID}:key/1`,
                            },
                        },
                    },
                },
                OWN,
            ),
            config: { "flow-logs-encrypted": { enforcementLevel: "mandatory" } },
        }),
    },
    {
        title: "an open policy inline in the bucket",
        said: [
            "flow-logs-delivery-scoped mandatory archive",
            "flow-logs-delivery-scoped mandatory archive",
        ],
        stack: () => archived({ policy: admitting() }),
    },
    {
        title: "a bucket policy that asks delivery for its organisation",
        said: [
            "flow-logs-delivery-scoped mandatory logs-policy",
            "flow-logs-delivery-scoped mandatory logs-policy",
        ],
        words: /is in no organisation, so this lets nothing be delivered; compare aws:SourceOrgID/,
        stack: () =>
            archived({}, admitting({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })),
    },
    {
        title: "a bucket policy about TLS alone",
        said: ["flow-logs-deliverable mandatory logs-policy"],
        stack: () => {
            const { Statement, ...document } = JSON.parse(OWN) as { Statement: object[] };
            return archived({}, JSON.stringify({ ...document, Statement: Statement.slice(2) }));
        },
    },
    {
        title: "a role beside a bucket",
        said: ["flow-logs-deliverable mandatory log"],
        stack: () => {
            const { resources } = archived({}, OWN);
            const log = resources.find(({ name }) => name === "log");
            const role = resources.find(({ name }) => name === "delivery");
            Object.assign(log?.inputs ?? {}, { iamRoleArn: role && outputOf(role, "arn") });
            return { resources };
        },
    },
    {
        title: "a role that EC2 may assume, and the flow logs service may not",
        said: ["flow-logs-deliverable mandatory delivery"],
        stack: () => {
            const trust = deliveryTrust({ Principal: { Service: "ec2.amazonaws.com" } });
            return compliant({ role: { assumeRolePolicy: trust } });
        },
    },
];
