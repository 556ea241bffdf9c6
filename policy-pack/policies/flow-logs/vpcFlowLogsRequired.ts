import { definePolicy } from "../../definePolicy";
import { findEndpoints } from "../../stack/eksEndpoints";
import { findFlowLogs, namesExistingFlowLog } from "../../stack/flowLogs";
import { vpcOf } from "../../stack/networks";

/** Whether a VPC of this stack with EKS endpoints is recorded. */
export const vpcFlowLogsRequired = definePolicy({
    name: "vpc-flow-logs-required",
    description: "VPCs with EKS endpoints have flow logs.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Add an aws.ec2.FlowLog for the VPC, or for each subnet or network interface of the endpoints.",
    framework: {
        name: "AWS Security Hub CSPM",
        version: "",
        reference: "EC2.6",
        specification: "Flow logs in all VPCs (CIS AWS Foundations v7.0: 4.7)",
    },
    judgeStack(stack, findings) {
        for (const endpoint of findEndpoints(stack, findings)) {
            const [vpc] = vpcOf(stack, endpoint).resources;
            const recorded =
                findFlowLogs(stack, endpoint).complete || namesExistingFlowLog(stack, endpoint);
            if (vpc !== undefined && !recorded) {
                const reason =
                    "has EKS endpoints but no flow log that records them all; add an aws.ec2.FlowLog for the VPC";
                findings.report(vpc, reason);
            }
        }
    },
});
