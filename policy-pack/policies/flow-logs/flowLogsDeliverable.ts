import {
    checkBucketFolder,
    checkDeliveryAdmitted,
    checkDeliveryParts,
    checkDeliveryTrusted,
    checkLogFormat,
    checkStreamAccount,
    FlowLogDestination,
    type Problem,
    within,
} from "eks-privatelink/domain";

import {
    findBucket,
    findBucketPolicies,
    findDeliveryRole,
    findEndpointLogs,
    findStreamOwner,
    readDeliveryParts,
    readDestination,
} from "../../eks/flow-logs/destinations";
import { findTwin } from "../../eks/flow-logs/twins";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import { findAccount } from "../../stack/accounts";
import type { Stack } from "../../stack/stack";
import { describeResource, type StackResource } from "../../stack/stackResource";
import { peekString, readDocument, readString } from "../../stack/values";

/** Whether AWS takes a flow log as it is written, with its destination, and can deliver it. */
export const flowLogsDeliverable = definePolicy({
    name: "flow-logs-deliverable",
    description:
        "Flow logs of EKS endpoints have the fields, the destination and the roles that AWS takes, and these let them be delivered.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Give the log a logDestination, and an iamRoleArn only where it goes to CloudWatch Logs or to another account's " +
        "stream; let the service that delivers assume the role, or into the bucket.",
    judgeStack(stack, findings) {
        const logs = findEndpointLogs(stack, findings);
        for (const [i, log] of logs.entries()) {
            const twin = findTwin(stack, log, logs.slice(0, i));
            if (twin !== undefined) {
                const reason =
                    `records the same to the same destination as ${describeResource(twin)}, and AWS refuses the second of ` +
                    "two; remove one of them";
                findings.report(log, reason);
            }
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
    if (destination === FlowLogDestination.CloudWatchLogs) {
        const role = findDeliveryRole(stack, log, findings);
        judgeDocuments(role ? [role] : [], "assumeRolePolicy", checkDeliveryTrusted, findings);
    }
    if (destination === FlowLogDestination.S3) {
        const given = peekString(log.given, "logDestination") ?? "";
        findings.reportAll(log, checkBucketFolder("logDestination", given));
        const bucket = findBucket(stack, log, findings);
        const holders = bucket ? findBucketPolicies(stack, bucket) : [];
        judgeDocuments(holders, "policy", checkDeliveryAdmitted, findings);
    }
}

function judgeDocuments(
    holders: StackResource[],
    property: string,
    check: (policy: string) => Problem[],
    findings: Findings,
): void {
    for (const holder of holders) {
        findings.attempt(holder, () => {
            const policy = readDocument(holder.given, property) ?? "";
            findings.reportAll(holder, within(property, check(policy)));
        });
    }
}
