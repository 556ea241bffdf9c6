import { isRecorded } from "../../eks/flow-logs/flowLogs";
import { vpcOf } from "../../eks/network";
import { definePolicy } from "../../pack/definePolicy";
import { listOfStrings } from "../../pack/policyConfig";

/** Whether a VPC that another stack owns is known to be recorded. */
export const vpcFlowLogsUnverified = definePolicy<{ coveredVpcIds: string[] }>({
    name: "vpc-flow-logs-unverified",
    description:
        "VPCs of other stacks with EKS endpoints of this stack are known to have flow logs.",
    severity: "low",
    enforcementLevel: "advisory",
    remediationSteps:
        "Check that the VPC has a flow log and list its ID in coveredVpcIds, or add an aws.ec2.FlowLog here.",
    framework: {
        name: "AWS Security Hub CSPM",
        version: "",
        reference: "EC2.6",
        specification: "Flow logs in all VPCs (CIS AWS Foundations v7.0: 4.7)",
    },
    config: {
        coveredVpcIds: listOfStrings("IDs of VPCs of other stacks that have flow logs."),
    },
    judgeEndpointInStack(endpoint, stack, findings, { coveredVpcIds }) {
        const { resources, elsewhere, unknown } = vpcOf(stack, endpoint);
        if (resources.length > 0 || isRecorded(stack, endpoint)) {
            return;
        }
        findings.addUnknown(endpoint.resource, unknown);
        const vpcId = elsewhere.find((id) => !coveredVpcIds.includes(id));
        if (vpcId !== undefined) {
            findings.report(
                endpoint.resource,
                `is in ${vpcId}, which is not in this stack, and no flow log here records it; ` +
                    `list ${vpcId} in coveredVpcIds when it has one, or add an aws.ec2.FlowLog`,
            );
        }
    },
});
