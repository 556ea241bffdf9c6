/**
 * Fields of a flow log's record, by the version that brought them.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
const FIELDS_BY_VERSION: { [version: number]: string[] } = {
    2: [
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
    ],
    3: ["vpc-id", "subnet-id", "instance-id", "tcp-flags", "type", "pkt-srcaddr", "pkt-dstaddr"],
    4: ["region", "az-id", "sublocation-type", "sublocation-id"],
    5: ["pkt-src-aws-service", "pkt-dst-aws-service", "flow-direction", "traffic-path"],
    7: [
        "ecs-cluster-arn",
        "ecs-cluster-name",
        "ecs-container-instance-arn",
        "ecs-container-instance-id",
        "ecs-container-id",
        "ecs-second-container-id",
        "ecs-service-name",
        "ecs-task-definition-arn",
        "ecs-task-arn",
        "ecs-task-id",
    ],
    8: ["reject-reason"],
    9: ["resource-id"],
    10: ["encryption-status"],
    11: [
        "interface-type",
        "next-hop-interface-id",
        "next-hop-subnet-id",
        "next-hop-az-id",
        "next-hop-vpc-id",
        "next-hop-interface-type",
        "instance-tag",
        "instance-tag-2",
        "interface-tag",
        "interface-tag-2",
        "asg-tag",
        "asg-tag-2",
    ],
};

const FIELDS = new Set(Object.values(FIELDS_BY_VERSION).flat());

/** The format of a flow log that is given none: the fields of version 2. */
export const DEFAULT_FORMAT = (FIELDS_BY_VERSION[2] ?? []).map((name) => `\${${name}}`).join(" ");

/** What of a format is no field. */
export function unknownFields(format: string): string[] {
    return format
        .split(/\s+/)
        .filter((part) => part !== "" && !FIELDS.has(/^\$\{(.*)\}$/.exec(part)?.[1] ?? ""));
}
