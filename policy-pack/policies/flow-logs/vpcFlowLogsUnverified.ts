import { definePolicy } from "../../definePolicy";
import { listOfStrings } from "../../policyConfig";
import { findEndpoints } from "../../stack/eksEndpoints";
import { findFlowLogs, namesExistingFlowLog } from "../../stack/flowLogs";
import { vpcOf } from "../../stack/networks";

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
    judgeStack(stack, findings, { coveredVpcIds }) {
        for (const endpoint of findEndpoints(stack, findings)) {
            const { resources, elsewhere, unknown } = vpcOf(stack, endpoint);
            const [vpcId] = elsewhere.filter((id) => !coveredVpcIds.includes(id));
            const recorded =
                findFlowLogs(stack, endpoint).complete || namesExistingFlowLog(stack, endpoint);
            if (resources.length > 0 || recorded) {
                continue;
            }
            findings.addUnknown(endpoint.resource, unknown);
            if (vpcId !== undefined) {
                findings.report(
                    endpoint.resource,
                    `is in ${vpcId}, which is not in this stack, and no flow log here records it; ` +
                        `list ${vpcId} in coveredVpcIds when it has one, or add an aws.ec2.FlowLog`,
                );
            }
        }
    },
});
