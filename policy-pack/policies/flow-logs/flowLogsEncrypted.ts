import { FlowLogDestination } from "eks-privatelink/domain";

import {
    findBucket,
    findEndpointLogs,
    findLogGroup,
    readDestination,
} from "../../eks/flow-logs/destinations";
import { readBucketEncryption } from "../../eks/flow-logs/encryption";
import { definePolicy } from "../../pack/definePolicy";
import type { StackResource } from "../../stack/stackResource";
import { readString } from "../../stack/values";

/** Whether flow logs of EKS endpoints are encrypted with a KMS key. */
export const flowLogsEncrypted = definePolicy({
    name: "flow-logs-encrypted",
    description: "Flow logs of EKS endpoints are encrypted with a KMS key.",
    severity: "medium",
    enforcementLevel: "disabled",
    remediationSteps:
        "Set kmsKeyId of the log group, or give the bucket a default encryption with aws:kms.",
    framework: {
        name: "AWS Config managed rules",
        version: "",
        reference: "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
        specification: "CloudWatch log groups are encrypted with a KMS key",
    },
    judgeStack(stack, findings) {
        for (const log of findEndpointLogs(stack, findings)) {
            const destination = findings.attempt(log, () => readDestination(log));
            if (destination === FlowLogDestination.CloudWatchLogs) {
                const group = findLogGroup(stack, log, findings);
                if (group && findings.attempt(group, () => !readString(group.given, "kmsKeyId"))) {
                    findings.report(group, "has no KMS key; set kmsKeyId");
                }
            } else if (destination === FlowLogDestination.S3) {
                const bucket = findBucket(stack, log, findings);
                const isOpen = (at: StackResource): boolean =>
                    !readBucketEncryption(stack, at).some(({ usesKms }) => usesKms);
                if (bucket && findings.attempt(bucket, () => isOpen(bucket))) {
                    findings.report(
                        bucket,
                        "has no default encryption with a KMS key; add a " +
                            "BucketServerSideEncryptionConfiguration with sseAlgorithm aws:kms",
                    );
                }
            }
        }
    },
});
