import type { Context } from "../../packet/policy/document";
import { evaluatePolicy, type Verdict } from "../../packet/policy/evaluate";
import type { Bucket, FlowLog } from "../../world/objects/audit";
import { all, arnOf, get } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { bucketKeyProblem, DELIVERY } from "./bucketKey";
import type { WantedFlowLog } from "./flowLogRules";

/** Why the records of a flow log do not arrive, or cannot be read; undefined when they do. */
export function deliveryProblem(scope: Scope, flowLog: FlowLog): string | undefined {
    switch (flowLog.logDestinationType) {
        case "s3":
            return bucketProblem(scope, flowLog);
        case "cloud-watch-logs":
            return logGroupProblem(scope, flowLog);
        default:
            return streamProblem(scope, flowLog);
    }
}

function bucketProblem(scope: Scope, flowLog: FlowLog): string | undefined {
    const bucket = bucketOf(scope, flowLog);
    if (bucket === undefined) {
        return `the bucket of ${flowLog.logDestination} does not exist`;
    }
    const verdict = bucketVerdict(scope, flowLog, bucket);
    if (!verdict.allowed) {
        return `the bucket policy refuses delivery: ${verdict.reason}`;
    }
    return bucketKeyProblem(scope, bucket, sourceContext(scope, flowLog.account));
}

function logGroupProblem(scope: Scope, flowLog: FlowLog): string | undefined {
    const role = all(scope.world, "roles").find((each) =>
        flowLog.iamRoleArn.endsWith(`role${each.path}${each.name}`),
    );
    if (role?.account !== flowLog.account) {
        return `the role ${flowLog.iamRoleArn} does not exist`;
    }
    const trust = evaluatePolicy(role.assumeRolePolicy, {
        principal: { service: "vpc-flow-logs.amazonaws.com" },
        action: "sts:AssumeRole",
        resource: "",
        context: {
            ...ownerContext(scope, flowLog.account),
            "aws:SourceArn": arnOf(scope, "ec2", `vpc-flow-log/${flowLog.id}`),
        },
    });
    if (!trust.allowed) {
        return `the role does not trust vpc-flow-logs.amazonaws.com: ${trust.reason}`;
    }
    const name = flowLog.logDestination.replace(/^.*:log-group:/, "").replace(/:\*$/, "");
    const group = get(scope.world, "logGroups", `${flowLog.account}/${flowLog.region}/${name}`);
    if (group === undefined) {
        return `the log group ${name} does not exist`;
    }
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

function streamProblem(scope: Scope, { logDestination }: FlowLog): string | undefined {
    const [, , , region = "", account = "", path = ""] = logDestination.split(":");
    const name = path.replace(/^deliverystream\//, "");
    const isThere = get(scope.world, "deliveryStreams", `${account}/${region}/${name}`);
    return isThere === undefined
        ? `the delivery stream ${logDestination} does not exist`
        : undefined;
}

/** The bucket of a destination, in whichever account. */
export function bucketOf(scope: Scope, flowLog: WantedFlowLog): Bucket | undefined {
    const name = /^arn:[^:]+:s3:::([^/]+)/.exec(flowLog.logDestination)?.[1];
    return name === undefined ? undefined : get(scope.world, "buckets", name);
}

/** What a bucket's policy says to the delivery. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html */
export function bucketVerdict(scope: Scope, flowLog: WantedFlowLog, bucket: Bucket): Verdict {
    const [, prefix = ""] = /^arn:[^:]+:s3:::[^/]+\/?(.*)$/.exec(flowLog.logDestination) ?? [];
    const folder = [prefix.replace(/\/$/, ""), "AWSLogs", flowLog.account].filter(
        (part) => part !== "",
    );
    const context = {
        ...sourceContext(scope, flowLog.account),
        "aws:SecureTransport": "true",
        "s3:x-amz-acl": "bucket-owner-full-control",
    };
    const ask = (action: string, resource: string) =>
        evaluatePolicy(bucket.policy, {
            principal: { service: DELIVERY },
            action,
            resource,
            context,
        });
    const arn = `arn:${partitionOf(scope.region).name}:s3:::${bucket.id}`;
    const write = ask("s3:PutObject", `${arn}/${folder.join("/")}/vpcflowlogs/records.log.gz`);
    return write.allowed ? ask("s3:GetBucketAcl", arn) : write;
}

/** For whom the delivery acts. */
function sourceContext(scope: Scope, account: string): Context {
    return { ...ownerContext(scope, account), "aws:SourceArn": arnOf(scope, "logs", "*") };
}

/** A service of AWS has no organisation of its own; that of the account for which it acts is in these keys. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function ownerContext(scope: Scope, account: string): Context {
    const known = scope.world.accounts[account];
    return {
        "aws:SourceAccount": account,
        "aws:SourceOrgID": known?.organizationId,
        "aws:SourceOrgPaths": known?.organizationPath,
    };
}
