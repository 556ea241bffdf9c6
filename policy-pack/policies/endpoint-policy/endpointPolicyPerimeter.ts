import {
    checkPerimeterGaps,
    parsePolicy,
    type Perimeter,
    type Problem,
} from "eks-privatelink/domain";

import type { EksEndpoint } from "../../eks/endpoints";
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
    },
});

/** A document that cannot be read is for `endpoint-policy-valid`. */
function check({ service }: EksEndpoint, policy: string, expected: Perimeter): Problem[] {
    const { document } = parsePolicy(policy);
    return document === undefined ? [] : checkPerimeterGaps(document, expected, service);
}
