import { FlowLogTrafficType } from "eks-privatelink/domain";

import { findFlowLogs } from "../../eks/flow-logs/flowLogs";
import { definePolicy } from "../../pack/definePolicy";
import { FLOW_LOG } from "../../stack/resourceTypes";
import { isGiven, readString } from "../../stack/values";

const LEFT_OUT = "left out";

/** Whether the flow logs of an EKS endpoint record accepted and rejected traffic. */
export const flowLogsAllTraffic = definePolicy({
    name: "flow-logs-all-traffic",
    description: "Flow logs of EKS endpoints record all traffic, accepted and rejected.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Set trafficType of the flow log to ALL. Level remediate does so for every flow log of a VPC, subnet or interface " +
        "in the stack, because a log alone does not show whose traffic it records; exempt those that are to record less.",
    remediation: {
        types: [FLOW_LOG],
        correct({ given }) {
            // Transit gateways give their logs no traffic type.
            const takesType = ["vpcId", "subnetId", "eniId"].some((key) => isGiven(given, key));
            const { All } = FlowLogTrafficType;
            return takesType && readString(given, "trafficType") !== All
                ? { trafficType: All }
                : {};
        },
    },
    judgeEndpointInStack(endpoint, stack, findings) {
        const { logs } = findFlowLogs(stack, endpoint);
        const recorded = logs.map((log) => ({
            log,
            trafficType: findings.attempt(
                log,
                () => readString(log.given, "trafficType") ?? LEFT_OUT,
            ),
        }));
        const types = recorded.map(({ trafficType }) => trafficType);
        const { All, Accept, Reject } = FlowLogTrafficType;
        const both = types.includes(Accept) && types.includes(Reject);
        if (both || types.includes(All) || types.includes(undefined)) {
            return;
        }
        for (const { log, trafficType } of recorded) {
            const given = trafficType === LEFT_OUT ? LEFT_OUT : JSON.stringify(trafficType);
            const reason = `is ${given}, so part of the traffic is missing; set it to "ALL"`;
            findings.report(log, { path: "trafficType", reason });
        }
    },
});
