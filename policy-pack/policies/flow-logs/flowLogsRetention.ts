import { FlowLogDestination } from "eks-privatelink/domain";

import { findEndpointLogs, findLogGroup, readDestination } from "../../eks/flow-logs/destinations";
import { definePolicy } from "../../pack/definePolicy";
import { describeResource } from "../../stack/stackResource";
import { readNumber } from "../../stack/values";

/** Whether flow logs of EKS endpoints are kept long enough, and not for ever. */
export const flowLogsRetention = definePolicy<{ minimumDays: number; allowForever: boolean }>({
    name: "flow-logs-retention",
    description: "Flow logs of EKS endpoints are kept for a set time that is long enough.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps: "Set retentionInDays of the log group to the configured minimum or more.",
    framework: {
        name: "AWS Config managed rules",
        version: "",
        reference: "CW_LOGGROUP_RETENTION_PERIOD_CHECK",
        specification: "CloudWatch log groups are kept for a set time",
    },
    config: {
        minimumDays: {
            type: "integer",
            minimum: 1,
            description: "Days for which a log group must keep its events.",
            default: 90,
        },
        allowForever: {
            type: "boolean",
            description: "Whether a log group may keep its events for ever.",
            default: false,
        },
    },
    judgeStack(stack, findings, { minimumDays, allowForever }) {
        for (const log of findEndpointLogs(stack, findings)) {
            const destination = findings.attempt(log, () => readDestination(log));
            if (destination !== FlowLogDestination.CloudWatchLogs) {
                findings.notApplicable.add(`${describeResource(log)} does not go to a log group`);
                continue;
            }
            const group = findLogGroup(stack, log, findings);
            const days =
                group &&
                findings.attempt(group, () => readNumber(group.given, "retentionInDays") ?? 0);
            if (group === undefined || days === undefined) {
                continue;
            }
            const kept = days === 0 ? "for ever" : `for ${days} days`;
            if (days === 0 ? !allowForever : days < minimumDays) {
                const reason = `keeps events ${kept}; set it to ${minimumDays} days or more`;
                findings.report(group, { path: "retentionInDays", reason });
            }
        }
    },
});
