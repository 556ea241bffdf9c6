import {
    checkBucketFolder,
    checkDeliveryAdmitted,
    checkDeliveryParts,
    checkLogFormat,
    checkStreamAccount,
    FlowLogDestination,
    within,
} from "eks-privatelink/domain";

import {
    findBucket,
    findBucketPolicies,
    findEndpointLogs,
    findStreamOwner,
    readDeliveryParts,
    readDestination,
} from "../../eks/flow-logs/destinations";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import { findAccount } from "../../stack/accounts";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peekString, readDocument, readString } from "../../stack/values";

/** Whether AWS takes a flow log as it is written, with its destination, and can deliver it. */
export const flowLogsDeliverable = definePolicy({
    name: "flow-logs-deliverable",
    description:
        "Flow logs of EKS endpoints have the fields, the destination and the roles that AWS takes, and their bucket lets them in.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Give the log a logDestination, and an iamRoleArn only where it goes to CloudWatch Logs or to another account's " +
        "stream; let the log delivery service into the bucket.",
    judgeStack(stack, findings) {
        for (const log of findEndpointLogs(stack, findings)) {
            findings.attempt(log, () => {
                const format = readString(log.given, "logFormat");
                findings.reportAll(log, format === undefined ? [] : checkLogFormat(format));
            });
            findings.attempt(log, () => {
                judgeDestination(stack, log, readDestination(log), findings);
            });
        }
    },
});

function judgeDestination(
    stack: Stack,
    log: StackResource,
    destination: string,
    findings: Findings,
): void {
    const parts = readDeliveryParts(log);
    findings.reportAll(log, checkDeliveryParts(destination, parts));
    if (destination === FlowLogDestination.KinesisDataFirehose) {
        const [ofStream, ofLog] = [findStreamOwner(stack, log), findAccount(log)];
        if (ofStream !== undefined && ofLog !== undefined) {
            findings.reportAll(log, checkStreamAccount({ ofStream, ofLog }, parts));
        }
    }
    if (destination === FlowLogDestination.S3) {
        const given = peekString(log.given, "logDestination") ?? "";
        findings.reportAll(log, checkBucketFolder("logDestination", given));
        judgeBucket(stack, log, findings);
    }
}

function judgeBucket(stack: Stack, log: StackResource, findings: Findings): void {
    const bucket = findBucket(stack, log, findings);
    for (const holder of bucket ? findBucketPolicies(stack, bucket) : []) {
        findings.attempt(holder, () => {
            const policy = readDocument(holder.given, "policy") ?? "";
            findings.reportAll(holder, within("policy", checkDeliveryAdmitted(policy)));
        });
    }
}
