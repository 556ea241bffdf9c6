import { FlowLogTrafficType } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { findEndpoints } from "../../stack/eksEndpoints";
import { findFlowLogs } from "../../stack/flowLogs";
import { readString } from "../../stack/values";

/** Whether the flow logs of an EKS endpoint record accepted and rejected traffic. */
export const flowLogsAllTraffic = definePolicy({
    name: "flow-logs-all-traffic",
    description: "Flow logs of EKS endpoints record all traffic, accepted and rejected.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps: "Set trafficType of the flow log to ALL.",
    judgeStack(stack, findings) {
        for (const endpoint of findEndpoints(stack, findings)) {
            const { logs } = findFlowLogs(stack, endpoint);
            const recorded = logs.map((log) => ({
                log,
                trafficType: findings.attempt(
                    log,
                    () => readString(log.given, "trafficType") ?? "none",
                ),
            }));
            const types = recorded.map(({ trafficType }) => trafficType);
            const { All, Accept, Reject } = FlowLogTrafficType;
            const both = types.includes(Accept) && types.includes(Reject);
            if (both || types.includes(All) || types.includes(undefined)) {
                continue;
            }
            for (const { log, trafficType } of recorded) {
                const reason = `is ${JSON.stringify(trafficType)}, so part of the traffic is missing; set it to "ALL"`;
                findings.report(log, { path: "trafficType", reason });
            }
        }
    },
});
