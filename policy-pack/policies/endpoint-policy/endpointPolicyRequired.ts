import { definePolicy } from "../../definePolicy";
import { findEndpoints } from "../../stack/eksEndpoints";
import { hasPolicy, levelWithoutPolicy, refusesPolicies } from "../../stack/endpointPolicies";

/** Whether an EKS endpoint has a policy. */
export const endpointPolicyRequired = definePolicy({
    name: "endpoint-policy-required",
    description: "EKS endpoints have an endpoint policy where their service takes one.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Give the endpoint a policy that names the organisation or the accounts that may use it.",
    judgeStack(stack, findings) {
        for (const endpoint of findEndpoints(stack, findings)) {
            findings.attempt(endpoint.resource, () => {
                if (refusesPolicies(endpoint, findings) || hasPolicy(stack, endpoint)) {
                    return;
                }
                const level = levelWithoutPolicy(endpoint);
                const doubt =
                    level === undefined
                        ? ""
                        : `; AWS does not document whether ${endpoint.service} takes one: ` +
                          "getVpcEndpointService tells (vpcEndpointPolicySupported)";
                findings.report(
                    endpoint.resource,
                    "has no policy, so whoever reaches it may use it with any credentials; " +
                        `give it a policy that names your organisation or accounts${doubt}`,
                    level,
                );
            });
        }
    },
});
