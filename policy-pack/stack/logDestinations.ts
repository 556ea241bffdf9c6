import { FlowLogDestination } from "eks-privatelink/domain";

import { Findings } from "../findings";
import { findEndpoints } from "./eksEndpoints";
import { findFlowLogs } from "./flowLogs";
import { follow } from "./links";
import {
    BUCKET_ENCRYPTION,
    BUCKET_ENCRYPTION_V2,
    BUCKET_POLICY,
    BUCKETS,
    LOG_GROUP,
    ROLE,
} from "./resourceTypes";
import { Stack } from "./stack";
import { describeResource, StackResource } from "./stackResource";
import { readString } from "./values";

/** Every flow log of this stack that records an EKS endpoint, once. */
export function findEndpointLogs(stack: Stack, findings: Findings): StackResource[] {
    const logs = findEndpoints(stack, findings).flatMap(
        (endpoint) => findFlowLogs(stack, endpoint).logs,
    );
    return [...new Set(logs)];
}

/** Where a log goes; CloudWatch Logs when it is not said. */
export function readDestination({ given }: StackResource): string {
    return readString(given, "logDestinationType") ?? FlowLogDestination.CloudWatchLogs;
}

/** The log group that a log goes to. One that this stack does not have is noted. */
export function findLogGroup(
    stack: Stack,
    log: StackResource,
    findings: Findings,
): StackResource | undefined {
    return followOne(stack, log, "logDestination", findings, {
        types: [LOG_GROUP],
        by: "arn",
        meaning: (arn) => arn.replace(/:\*$/, ""),
    });
}

/** The bucket that a log goes to. One that this stack does not have is noted. */
export function findBucket(
    stack: Stack,
    log: StackResource,
    findings: Findings,
): StackResource | undefined {
    return followOne(stack, log, "logDestination", findings, {
        types: BUCKETS,
        by: "arn",
        // The ARN of a destination may have a folder behind the bucket's.
        meaning: (arn) => arn.replace(/\/.*$/s, ""),
    });
}

/** The role that writes a log. One that this stack does not have is noted. */
export function findDeliveryRole(
    stack: Stack,
    log: StackResource,
    findings: Findings,
): StackResource | undefined {
    return followOne(stack, log, "iamRoleArn", findings, { types: [ROLE], by: "arn" });
}

/** The policies of a bucket that are resources of their own. */
export function findBucketPolicies(stack: Stack, bucket: StackResource): StackResource[] {
    return findAttached(stack, bucket, [BUCKET_POLICY]);
}

/** The encryption settings of a bucket. */
export function findBucketEncryption(stack: Stack, bucket: StackResource): StackResource[] {
    return findAttached(stack, bucket, [BUCKET_ENCRYPTION, BUCKET_ENCRYPTION_V2]);
}

function findAttached(stack: Stack, bucket: StackResource, types: string[]): StackResource[] {
    return stack
        .ofType(...types)
        .filter((attached) =>
            follow(stack, attached, "bucket", { types: BUCKETS }).resources.includes(bucket),
        );
}

function followOne(
    stack: Stack,
    log: StackResource,
    property: string,
    findings: Findings,
    options: Parameters<typeof follow>[3],
): StackResource | undefined {
    const { resources, elsewhere, unknown } = follow(stack, log, property, options);
    findings.addUnknown(log, unknown);
    for (const arn of elsewhere) {
        findings.notApplicable.add(
            `${describeResource(log)} uses ${arn}, which is not in this stack`,
        );
    }
    return resources[0];
}
