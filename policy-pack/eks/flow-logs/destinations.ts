import { type DeliveryParts, findStreamAccount, FlowLogDestination } from "eks-privatelink/domain";

import { findAccount } from "../../stack/accounts";
import { findPointingTo, follow, type LinkOptions } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import { BUCKET_POLICY, BUCKETS, LOG_GROUP, ROLE, STREAM } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { isGiven, peekString, readString } from "../../stack/values";
import { findEndpoints } from "../endpoints";
import { findFlowLogs } from "./flowLogs";

/** Every flow log of this stack that records an EKS endpoint, once. */
export function findEndpointLogs(stack: Stack, notes: Notes): StackResource[] {
    const logs = findEndpoints(stack, notes).flatMap(
        (endpoint) => findFlowLogs(stack, endpoint).logs,
    );
    return [...new Set(logs)];
}

/** Where a log goes; CloudWatch Logs when it is not said. */
export function readDestination({ given }: StackResource): string {
    return readString(given, "logDestinationType") ?? FlowLogDestination.CloudWatchLogs;
}

/** Which parts of its delivery a log gives, known in preview or not. */
export function readDeliveryParts({ given }: StackResource): DeliveryParts {
    return {
        // Releases of the provider before 7 also take the name of a log group.
        logDestination: ["logDestination", "logGroupName"].some((key) => isGiven(given, key)),
        iamRoleArn: isGiven(given, "iamRoleArn"),
        deliverCrossAccountRole: isGiven(given, "deliverCrossAccountRole"),
    };
}

/** The log group that a log goes to. One that this stack does not have is noted. */
export function findLogGroup(
    stack: Stack,
    log: StackResource,
    notes: Notes,
): StackResource | undefined {
    // aws-native and older releases of the aws provider also take the name of the group.
    if (!isGiven(log.given, "logDestination")) {
        return followOne(stack, log, "logGroupName", notes, { types: [LOG_GROUP], by: "name" });
    }
    return followOne(stack, log, "logDestination", notes, {
        types: [LOG_GROUP],
        by: "arn",
        meaning: (arn) => arn.replace(/:\*$/, ""),
    });
}

/** The bucket that a log goes to. One that this stack does not have is noted. */
export function findBucket(
    stack: Stack,
    log: StackResource,
    notes: Notes,
): StackResource | undefined {
    return followOne(stack, log, "logDestination", notes, {
        types: BUCKETS,
        by: "arn",
        // The ARN of a destination may have a folder behind the bucket's.
        meaning: (arn) => arn.replace(/\/.*$/s, ""),
    });
}

/** The account of the delivery stream that a log goes to; undefined where nothing tells. */
export function findStreamOwner(stack: Stack, log: StackResource): string | undefined {
    const [stream] = follow(stack, log, "logDestination", { types: [STREAM], by: "arn" }).resources;
    const inArn = findStreamAccount(peekString(log.given, "logDestination") ?? "");
    return inArn ?? (stream && findAccount(stream));
}

/** The role that writes a log. One that this stack does not have is noted. */
export function findDeliveryRole(
    stack: Stack,
    log: StackResource,
    notes: Notes,
): StackResource | undefined {
    return followOne(stack, log, "iamRoleArn", notes, { types: [ROLE], by: "arn" });
}

/** What may have a bucket's policy as its `policy`: resources of their own, and the bucket itself. */
export function findBucketPolicies(stack: Stack, bucket: StackResource): StackResource[] {
    return [...findAttached(stack, bucket, [BUCKET_POLICY]), bucket];
}

/** Resources of their own that are about a bucket. */
export function findAttached(
    stack: Stack,
    bucket: StackResource,
    types: string[],
): StackResource[] {
    return findPointingTo(stack, bucket, { from: types, property: "bucket", types: BUCKETS });
}

function followOne(
    stack: Stack,
    log: StackResource,
    property: string,
    notes: Notes,
    options: LinkOptions,
): StackResource | undefined {
    const links = follow(stack, log, property, options);
    notes.addMissing(log, "uses", links);
    return links.resources[0];
}
