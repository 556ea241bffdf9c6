import { isRecorded } from "../../eks/flow-logs/flowLogs";
import { vpcOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";

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
    judgeEndpointInStack(endpoint, stack, findings) {
        const [vpc] = vpcOf(stack, endpoint).resources;
        if (vpc !== undefined && !isRecorded(stack, endpoint)) {
            const reason =
                "has EKS endpoints but no flow log that records them all; add an aws.ec2.FlowLog for the VPC";
            findings.report(vpc, reason);
        }
    },
});
