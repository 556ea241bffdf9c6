import { checkDelivery, FlowLogDestination, within } from "eks-privatelink/domain";

import {
    findBucket,
    findBucketPolicies,
    findDeliveryRole,
    findEndpointLogs,
    readDestination,
} from "../../eks/flow-logs/destinations";
import { definePolicy } from "../../pack/definePolicy";
import type { Findings } from "../../pack/findings";
import type { StackResource } from "../../stack/stackResource";
import { readDocument } from "../../stack/values";

/** Whether the log delivery services can be made to write for somebody else's flow logs. */
export const flowLogsDeliveryScoped = definePolicy({
    name: "flow-logs-delivery-scoped",
    description:
        "Roles and buckets for flow logs of EKS endpoints serve the flow logs of named accounts or organisations only.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Add a condition for the log delivery service: on aws:SourceAccount or aws:SourceArn with the account of the logs, or on " +
        "aws:SourceOrgID or aws:SourceOrgPaths with the organisation whose accounts log there.",
    judgeStack(stack, findings) {
        for (const log of findEndpointLogs(stack, findings)) {
            const role = findDeliveryRole(stack, log, findings);
            if (role !== undefined) {
                judge(role, "assumeRolePolicy", findings);
            }
            const destination = findings.attempt(log, () => readDestination(log));
            if (destination === FlowLogDestination.S3) {
                const bucket = findBucket(stack, log, findings);
                for (const policy of bucket ? findBucketPolicies(stack, bucket) : []) {
                    judge(policy, "policy", findings);
                }
            }
        }
    },
});

function judge(resource: StackResource, property: string, findings: Findings): void {
    findings.attempt(resource, () => {
        const policy = readDocument(resource.given, property);
        if (policy !== undefined) {
            findings.reportAll(resource, within(property, checkDelivery(policy)));
        }
    });
}
