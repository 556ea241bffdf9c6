import { buildPerimeterPolicy, Perimeter, renderPolicy } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { checkConfigured, isConfigured, perimeterConfig } from "../../perimeterConfig";
import { findEndpoints, readEndpoint } from "../../stack/eksEndpoints";
import { hasPolicy, levelWithoutPolicy, refusesPolicies } from "../../stack/endpointPolicies";
import { VPC_ENDPOINT } from "../../stack/resourceTypes";
import { isGiven } from "../../stack/values";

/** Whether an EKS endpoint has a policy. */
export const endpointPolicyRequired = definePolicy<Perimeter>({
    name: "endpoint-policy-required",
    description: "EKS endpoints have an endpoint policy where their service takes one.",
    severity: "high",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Give the endpoint a policy that names the organisation or the accounts that may use it. Level remediate does so " +
        "where a perimeter is configured; exempt endpoints whose policy is a VpcEndpointPolicy.",
    config: perimeterConfig("whose principals the policy that level remediate sets lets through"),
    checkConfig: checkConfigured,
    remediation: {
        types: [VPC_ENDPOINT],
        correct(resource, perimeter) {
            const endpoint = readEndpoint(resource);
            return endpoint === undefined ||
                levelWithoutPolicy(endpoint) === "advisory" ||
                isGiven(resource.given, "policy") ||
                !isConfigured(perimeter)
                ? {}
                : { policy: renderPolicy(buildPerimeterPolicy(endpoint.service, perimeter)) };
        },
    },
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
