import { type Problem, problem } from "./problem";
import { describeGiven, describeNearest } from "./wording";

/** Where VPC flow logs go, spelt as `logDestinationType` spells it. */
export const FlowLogDestination = {
    /** A log group in CloudWatch Logs. */
    CloudWatchLogs: "cloud-watch-logs",
    /** A bucket in S3. */
    S3: "s3",
    /** A delivery stream of Amazon Data Firehose. */
    KinesisDataFirehose: "kinesis-data-firehose",
} as const;
export type FlowLogDestination = (typeof FlowLogDestination)[keyof typeof FlowLogDestination];

/** Which connections a flow log records. */
export const FlowLogTrafficType = {
    /** Accepted and rejected ones. */
    All: "ALL",
    /** Those that security groups and network ACLs let pass. */
    Accept: "ACCEPT",
    /** Those that they stop. */
    Reject: "REJECT",
} as const;
export type FlowLogTrafficType = (typeof FlowLogTrafficType)[keyof typeof FlowLogTrafficType];

/**
 * Days for which CloudWatch Logs can keep a log group; without any it keeps for ever.
 * Source: API model of PutRetentionPolicy in botocore 1.43.107 (data/logs), read 2026-11-22.
 */
export const RETENTION_DAYS: number[] = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653,
];

/** Seconds over which flows may be aggregated. Source: API model of CreateFlowLogs in botocore 1.43.107 (data/ec2). */
export const AGGREGATION_INTERVALS: number[] = [60, 600];

/**
 * Fields that a record can have, by the version that brought them.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, read 2026-11-26.
 */
const FIELDS_BY_VERSION: { [version: number]: string } = {
    2:
        "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action " +
        "log-status",
    3: "vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr",
    4: "region az-id sublocation-type sublocation-id",
    5: "pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path",
    7:
        "ecs-cluster-arn ecs-cluster-name ecs-container-instance-arn ecs-container-instance-id ecs-container-id " +
        "ecs-second-container-id ecs-service-name ecs-task-definition-arn ecs-task-arn ecs-task-id",
    8: "reject-reason",
    9: "resource-id",
    10: "encryption-status",
    11:
        "interface-type next-hop-interface-id next-hop-subnet-id next-hop-az-id next-hop-vpc-id " +
        "next-hop-interface-type instance-tag instance-tag-2 interface-tag interface-tag-2 asg-tag asg-tag-2",
};

/** Every field that a record can have. */
export const RECORD_FIELDS: string[] = Object.values(FIELDS_BY_VERSION).flatMap((fields) =>
    fields.split(" "),
);

/**
 * Fields of the default record: those of version 2, and what tells who spoke to an endpoint's interface through a NAT or
 * transit gateway, in which direction, why it was rejected, and which interfaces are those of endpoints.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
export const LOG_FORMAT_FIELDS: string[] = [
    "version",
    "account-id",
    "interface-id",
    "srcaddr",
    "dstaddr",
    "srcport",
    "dstport",
    "protocol",
    "packets",
    "bytes",
    "start",
    "end",
    "action",
    "log-status",
    "vpc-id",
    "subnet-id",
    "az-id",
    "tcp-flags",
    "type",
    "pkt-srcaddr",
    "pkt-dstaddr",
    "flow-direction",
    "traffic-path",
    "reject-reason",
    "interface-type",
];

/** The default record format in the notation of `logFormat`. */
export const DEFAULT_LOG_FORMAT = LOG_FORMAT_FIELDS.map((field) => `\${${field}}`).join(" ");

/** Problems of a retention in days for a destination; none where the destination leaves it to the user. */
export function checkRetention(days: number, destination: FlowLogDestination): Problem[] {
    const path = "retentionInDays";
    if (destination === FlowLogDestination.CloudWatchLogs && !RETENTION_DAYS.includes(days)) {
        const allowed = RETENTION_DAYS.join(", ");
        return [
            {
                path,
                reason: `CloudWatch Logs has no retention of ${days} days; allowed: ${allowed}`,
            },
        ];
    }
    if (!Number.isInteger(days) || days < 1) {
        return [{ path, reason: `${days} is no number of days; give a whole number from 1 up` }];
    }
    return [];
}

/** Problems of a record format: a list of fields in the notation of `logFormat`, separated by spaces. */
export function checkLogFormat(logFormat: string): Problem[] {
    const fields = logFormat.trim().split(/\s+/);
    return fields.flatMap((field) => {
        const name = /^\$\{(.*)\}$/.exec(field)?.[1];
        if (name !== undefined && RECORD_FIELDS.includes(name)) {
            return [];
        }
        const reason =
            `${describeGiven(field)} is no field; write field names from the VPC guide as \${name}, separated by ` +
            `spaces, or leave logFormat out${describeNearest(name ?? field, RECORD_FIELDS)}`;
        return problem("logFormat", reason);
    });
}
