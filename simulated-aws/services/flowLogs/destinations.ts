import { AwsError } from "../../world/errors";
import type { Bucket } from "../../world/objects/audit";
import { arnOf, put } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { bucketOf, bucketVerdict } from "./delivery";
import type { WantedFlowLog } from "./flowLogRules";

/** Refuses a destination that EC2 refuses when the flow log is made. */
export function demandDestination(scope: Scope, wanted: WantedFlowLog): void {
    const type = wanted.logDestinationType;
    if (type === "s3") {
        demandBucketAccess(scope, wanted);
        return;
    }
    if (wanted.logDestination === "") {
        throw new AwsError(
            "InvalidParameter",
            `LogDestination can't be empty if LogDestinationType is ${type}.`,
        );
    }
    if (type === "kinesis-data-firehose") {
        demandStreamAccess(scope, wanted);
    }
    if (type === "cloud-watch-logs" && wanted.iamRoleArn === "") {
        throw new AwsError(
            "InvalidParameter",
            "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.",
        );
    }
}

function demandBucketAccess(scope: Scope, wanted: WantedFlowLog): void {
    if (wanted.iamRoleArn !== "") {
        throw new AwsError(
            "InvalidParameter",
            "DeliverLogsPermissionArn is not applicable for s3 delivery",
        );
    }
    const bucket = bucketOf(scope, wanted);
    if (bucket === undefined) {
        throw new AwsError(
            "InvalidParameter",
            `LogDestination: ${wanted.logDestination} does not exist or is not a bucket`,
        );
    }
    if (wanted.logDestination.includes("/AWSLogs")) {
        throw new AwsError(
            "InvalidParameter",
            "AWSLogs is a reserved term and cannot be used as a prefix.",
        );
    }
    if (bucket.policy === "" && bucket.account === scope.account) {
        put(scope.world, "buckets", { ...bucket, policy: policyThatAwsWrites(scope, bucket) });
        return;
    }
    if (!bucketVerdict(scope, wanted, bucket).allowed) {
        throw new AwsError(
            "LogDestinationPermissionIssueException",
            `Access Denied for LogDestination: ${bucket.id}. Please check LogDestination permission`,
        );
    }
}

/** A stream of another account needs a role in each account. CreateFlowLogs in the API reference; the wording is simulated. */
function demandStreamAccess(scope: Scope, wanted: WantedFlowLog): void {
    const [, , , , account = ""] = wanted.logDestination.split(":");
    if (account === scope.account) {
        return;
    }
    if (wanted.iamRoleArn !== "" && wanted.deliverCrossAccountRole !== "") {
        return;
    }
    throw new AwsError(
        "InvalidParameter",
        `The delivery stream belongs to ${account}: DeliverLogsPermissionArn and DeliverCrossAccountRole are required.`,
    );
}

function policyThatAwsWrites(scope: Scope, bucket: Bucket): string {
    const arn = `arn:${partitionOf(scope.region).name}:s3:::${bucket.id}`;
    const principal = { Service: "delivery.logs.amazonaws.com" };
    const source = {
        StringEquals: { "aws:SourceAccount": scope.account },
        ArnLike: { "aws:SourceArn": arnOf(scope, "logs", "*") },
    };
    return JSON.stringify({
        Version: "2012-10-17",
        Id: "AWSLogDeliveryWrite20150319",
        Statement: [
            {
                Sid: "AWSLogDeliveryWrite",
                Effect: "Allow",
                Principal: principal,
                Action: "s3:PutObject",
                Resource: `${arn}/*`,
                Condition: source,
            },
            {
                Sid: "AWSLogDeliveryAclCheck",
                Effect: "Allow",
                Principal: principal,
                Action: "s3:GetBucketAcl",
                Resource: arn,
                Condition: source,
            },
        ],
    });
}
