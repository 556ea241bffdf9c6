import { checkPerimeterGaps, parsePolicy, Perimeter, Problem } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { checkConfigured, perimeterConfig } from "../../perimeterConfig";
import { EksEndpoint, findEndpoints } from "../../stack/eksEndpoints";
import {
    hasPolicy,
    judgeInlinePolicy,
    judgePolicyResources,
    levelWithoutPolicy,
    refusesPolicies,
} from "../../stack/endpointPolicies";

/** Whether a principal from outside the organisation or account can use an EKS endpoint. */
export const endpointPolicyPerimeter = definePolicy<Perimeter>({
    name: "endpoint-policy-perimeter",
    description: "Only principals of the organisation or account can use EKS endpoints.",
    severity: "critical",
    enforcementLevel: "mandatory",
    remediationSteps:
        "Bind every Allow statement to aws:PrincipalOrgID, aws:PrincipalOrgPaths or aws:PrincipalAccount of your own.",
    config: perimeterConfig("whose principals may use endpoints; any one when empty"),
    checkConfig: checkConfigured,
    judgeEndpoint(endpoint, findings, config) {
        if (!refusesPolicies(endpoint, findings)) {
            judgeInlinePolicy(endpoint, findings, (policy) => judge(endpoint, policy, config));
        }
    },
    judgeStack(stack, findings, config) {
        judgePolicyResources(stack, findings, (endpoint, policy) =>
            judge(endpoint, policy, config),
        );
        for (const endpoint of findEndpoints(stack, findings)) {
            findings.attempt(endpoint.resource, () => {
                if (!refusesPolicies(endpoint, findings) && !hasPolicy(stack, endpoint)) {
                    const reason =
                        "has no policy, so AWS lets principals of every account use it (full access); " +
                        "give it a policy that names your organisation or accounts";
                    findings.report(endpoint.resource, reason, levelWithoutPolicy(endpoint));
                }
            });
        }
    },
});

/** A document that cannot be read is for `endpoint-policy-valid`. */
function judge({ service }: EksEndpoint, policy: string, expected: Perimeter): Problem[] {
    const { document } = parsePolicy(policy);
    return document === undefined ? [] : checkPerimeterGaps(document, expected, service);
}
