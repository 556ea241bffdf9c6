import { checkDeliveryParts } from "eks-privatelink/domain";

import { findEndpointLogs, readDestination } from "../../eks/flow-logs/destinations";
import { definePolicy } from "../../pack/definePolicy";
import { isGiven } from "../../stack/values";

/** Whether AWS takes the destination and the role of a flow log together. */
export const flowLogsDeliverable = definePolicy({
    name: "flow-logs-deliverable",
    description:
        "Flow logs of EKS endpoints have the destination and the role that their kind takes.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Give the log a logDestination, and an iamRoleArn only where it goes to CloudWatch Logs or to another account's stream.",
    judgeStack(stack, findings) {
        for (const log of findEndpointLogs(stack, findings)) {
            findings.attempt(log, () => {
                const given = {
                    // Releases of the provider before 7 also take the name of a log group.
                    logDestination: ["logDestination", "logGroupName"].some((key) =>
                        isGiven(log.given, key),
                    ),
                    iamRoleArn: isGiven(log.given, "iamRoleArn"),
                };
                findings.reportAll(log, checkDeliveryParts(readDestination(log), given));
            });
        }
    },
});
