import {
    ACCOUNT_ID,
    bucket,
    bucketPolicy,
    flowLog,
    type Inputs,
    kmsKey,
    providerOf,
    REGION,
} from "../resources";
import { outputOf, type TestResource } from "../testResource";
import { type RefusedStack, stack } from "./stack";

const TLS_ONLY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: ["arn:aws:s3:::archive", "arn:aws:s3:::archive/*"],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
    ],
});

/** A stack whose flow log goes to a bucket of it. */
function toBucket(
    log: Inputs,
    more: (archive: TestResource) => TestResource[] = () => [],
): TestResource[] {
    const archive = bucket({ bucket: "archive" });
    const parts = { logDestinationType: "s3", logDestination: outputOf(archive, "arn") };
    return stack({ log: { ...parts, iamRoleArn: undefined, ...log } }, () => [
        archive,
        ...more(archive),
    ]);
}

/** What is refused of flow logs and their destinations. */
export const REFUSED_FLOW_LOGS: RefusedStack[] = [
    [
        /AWSLogs is a reserved term/,
        "flow-logs-deliverable",
        () => toBucket({ logDestination: "arn:aws:s3:::archive/AWSLogs/" }),
    ],
    [
        /Access Denied for LogDestination/,
        "flow-logs-deliverable",
        () =>
            toBucket({}, (archive) => [
                bucketPolicy({ bucket: outputOf(archive), policy: TLS_ONLY }),
            ]),
    ],
    [
        /The delivery stream belongs to 444455556666/,
        "flow-logs-deliverable",
        () => {
            const log = {
                logDestinationType: "kinesis-data-firehose",
                logDestination: `arn:aws:firehose:${REGION}:444455556666:deliverystream/logs`,
                iamRoleArn: undefined,
            };
            return stack({ log }, (own) => {
                own.log.provider = providerOf(ACCOUNT_ID);
                return [];
            });
        },
    ],
    [
        /Unknown fields provided: \S*flow-dir/,
        "flow-logs-deliverable",
        () => stack({ log: { logFormat: "${srcaddr} ${flow-dir}" } }),
    ],
    [
        /LogDestination can't be empty/,
        "flow-logs-deliverable",
        () => stack({ log: { logDestination: undefined } }),
    ],
    [
        /DeliverLogsPermissionArn can't be empty/,
        "flow-logs-deliverable",
        () => stack({ log: { iamRoleArn: undefined } }),
    ],
    [
        /DeliverLogsPermissionArn is not applicable/,
        "flow-logs-deliverable",
        () => {
            const archive = bucket();
            const log = { logDestinationType: "s3", logDestination: outputOf(archive, "arn") };
            return stack({ log }, () => [archive]);
        },
    ],
    [
        /The specified KMS key does not exist or is not allowed to be used/,
        "flow-logs-key-usable",
        () => {
            const key = kmsKey();
            return stack({ logGroup: { kmsKeyId: outputOf(key, "arn") } }, () => [key]);
        },
    ],
    [
        /parameter TrafficType/,
        "flow-logs-all-traffic",
        () => stack({ log: { trafficType: undefined } }),
    ],
    [
        /There is an existing Flow Log/,
        "flow-logs-deliverable",
        () => stack({}, (own) => [flowLog({ ...own.log.inputs }, { name: "again" })]),
    ],
];
