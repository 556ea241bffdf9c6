import type { Verdict } from "../../packet/policy/evaluate";
import { evaluatePolicy } from "../../packet/policy/evaluate";
import { AwsError } from "../../world/errors";
import type { Bucket, FlowLog } from "../../world/objects/audit";
import { all, arnOf, get, put } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
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
    if (!deliveryVerdict(scope, wanted, bucket).allowed) {
        throw new AwsError(
            "LogDestinationPermissionIssueException",
            `Access Denied for LogDestination: ${bucket.id}. Please check LogDestination permission`,
        );
    }
}

/** Why the records of a flow log do not arrive; undefined when they do. */
export function deliveryProblem(scope: Scope, flowLog: FlowLog): string | undefined {
    if (flowLog.logDestinationType === "s3") {
        const bucket = bucketOf(scope, flowLog);
        if (bucket === undefined) return `the bucket of ${flowLog.logDestination} does not exist`;
        const verdict = deliveryVerdict(scope, flowLog, bucket);
        return verdict.allowed
            ? undefined
            : `the bucket policy refuses delivery: ${verdict.reason}`;
    }
    if (flowLog.logDestinationType !== "cloud-watch-logs") return undefined;
    return logGroupProblem(scope, flowLog);
}

function logGroupProblem(scope: Scope, flowLog: FlowLog): string | undefined {
    const role = all(scope.world, "roles").find((each) =>
        flowLog.iamRoleArn.endsWith(`role${each.path}${each.name}`),
    );
    if (role?.account !== flowLog.account) return `the role ${flowLog.iamRoleArn} does not exist`;
    const context = {
        "aws:SourceAccount": flowLog.account,
        "aws:SourceArn": arnOf(scope, "ec2", `vpc-flow-log/${flowLog.id}`),
    };
    const trust = evaluatePolicy(role.assumeRolePolicy, {
        principal: { service: "vpc-flow-logs.amazonaws.com" },
        action: "sts:AssumeRole",
        resource: "",
        context,
    });
    if (!trust.allowed)
        return `the role does not trust vpc-flow-logs.amazonaws.com: ${trust.reason}`;
    const name = flowLog.logDestination.replace(/^.*:log-group:/, "").replace(/:\*$/, "");
    const group = get(scope.world, "logGroups", `${flowLog.account}/${flowLog.region}/${name}`);
    if (group === undefined) return `the log group ${name} does not exist`;
    const stream = arnOf(scope, "logs", `log-group:${name}:log-stream:eni-all`);
    const refused = ["logs:CreateLogStream", "logs:PutLogEvents"].find(
        (action) =>
            !Object.values(role.inlinePolicies).some(
                (policy) =>
                    evaluatePolicy(policy, {
                        principal: "any",
                        action,
                        resource: stream,
                        context: {},
                    }).allowed,
            ),
    );
    return refused === undefined ? undefined : `the role may not call ${refused} on ${stream}`;
}

function bucketOf(scope: Scope, flowLog: WantedFlowLog): Bucket | undefined {
    const name = /^arn:[^:]+:s3:::([^/]+)/.exec(flowLog.logDestination)?.[1];
    return name === undefined ? undefined : get(scope.world, "buckets", name);
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html */
function deliveryVerdict(scope: Scope, flowLog: WantedFlowLog, bucket: Bucket): Verdict {
    const [, prefix = ""] = /^arn:[^:]+:s3:::[^/]+\/?(.*)$/.exec(flowLog.logDestination) ?? [];
    const folder = [prefix.replace(/\/$/, ""), "AWSLogs", flowLog.account].filter(
        (part) => part !== "",
    );
    const context = {
        "aws:SourceAccount": flowLog.account,
        "aws:SourceArn": arnOf(scope, "logs", "*"),
        "aws:SecureTransport": "true",
        "s3:x-amz-acl": "bucket-owner-full-control",
    };
    const ask = (action: string, resource: string) =>
        evaluatePolicy(bucket.policy, {
            principal: { service: "delivery.logs.amazonaws.com" },
            action,
            resource,
            context,
        });
    const arn = `arn:${partitionOf(scope.region).name}:s3:::${bucket.id}`;
    const write = ask("s3:PutObject", `${arn}/${folder.join("/")}/vpcflowlogs/records.log.gz`);
    return write.allowed ? ask("s3:GetBucketAcl", arn) : write;
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
