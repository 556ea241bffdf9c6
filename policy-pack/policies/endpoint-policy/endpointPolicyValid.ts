import { checkPolicy } from "eks-privatelink/domain";

import { definePolicy } from "../../pack/definePolicy";
import { judgeInlinePolicy, judgePolicyResources } from "../shared/endpointPolicies";

/** Whether AWS takes the policy of an EKS endpoint, and whether the policy can work. */
export const endpointPolicyValid = definePolicy({
    name: "endpoint-policy-valid",
    description: "Policies of EKS endpoints are ones that AWS takes and that can work.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Correct the statement that the finding names. For a service that takes no policy, leave the policy out.",
    judgeEndpoint(endpoint, findings) {
        judgeInlinePolicy(endpoint, findings, (policy) => checkPolicy(policy, endpoint.service));
    },
    judgeEndpointInStack(endpoint, stack, findings) {
        judgePolicyResources(endpoint, stack, findings, (policy) =>
            checkPolicy(policy, endpoint.service),
        );
    },
});
