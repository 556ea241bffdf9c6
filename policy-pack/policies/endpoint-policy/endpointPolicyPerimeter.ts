import {
    checkPerimeterGaps,
    parsePolicy,
    Perimeter,
    Problem,
    serviceFacts,
} from "eks-privatelink/domain";

import { hasPolicy } from "../../eks/endpointPolicies";
import { EksEndpoint } from "../../eks/endpoints";
import { definePolicy } from "../../pack/definePolicy";
import {
    judgeInlinePolicy,
    judgePolicyResources,
    refusesPolicies,
} from "../shared/endpointPolicies";
import { checkConfigured, perimeterConfig } from "../shared/perimeterConfig";

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
            judgeInlinePolicy(endpoint, findings, (policy) => check(endpoint, policy, config));
        }
    },
    judgeEndpointInStack(endpoint, stack, findings, config) {
        judgePolicyResources(endpoint, stack, findings, (policy) =>
            check(endpoint, policy, config),
        );
        if (!refusesPolicies(endpoint, findings) && !hasPolicy(stack, endpoint)) {
            const reason =
                "has no policy, so AWS lets principals of every account use it (full access); " +
                "give it a policy that names your organisation or accounts";
            const level = serviceFacts(endpoint.service).policySupport === "supported";
            findings.report(endpoint.resource, reason, level ? undefined : "advisory");
        }
    },
});

/** A document that cannot be read is for `endpoint-policy-valid`. */
function check({ service }: EksEndpoint, policy: string, expected: Perimeter): Problem[] {
    const { document } = parsePolicy(policy);
    return document === undefined ? [] : checkPerimeterGaps(document, expected, service);
}
