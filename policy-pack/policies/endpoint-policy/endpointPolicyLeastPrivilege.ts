import { checkPrivilege, parsePolicy, type Problem } from "eks-privatelink/domain";

import type { EksEndpoint } from "../../eks/endpoints";
import { definePolicy } from "../../pack/definePolicy";
import { listOfStrings } from "../../pack/policyConfig";
import {
    judgeInlinePolicy,
    judgePolicyResources,
    refusesPolicies,
} from "../shared/endpointPolicies";

/** Whether the policy of an EKS endpoint allows more than is needed. */
export const endpointPolicyLeastPrivilege = definePolicy<{ actions: string[] }>({
    name: "endpoint-policy-least-privilege",
    description:
        "Policies of EKS endpoints allow the needed actions only, and bound the resources.",
    severity: "medium",
    enforcementLevel: "advisory",
    remediationSteps:
        "List the actions that are needed, and bind the resources with aws:ResourceOrgID or aws:ResourceAccount.",
    config: {
        actions: listOfStrings(
            "Actions that endpoint policies may allow, such as eks:Describe*; those of the service when empty.",
        ),
    },
    judgeEndpoint(endpoint, findings, { actions }) {
        if (!refusesPolicies(endpoint, findings)) {
            judgeInlinePolicy(endpoint, findings, (policy) => check(endpoint, policy, actions));
        }
    },
    judgeEndpointInStack(endpoint, stack, findings, { actions }) {
        judgePolicyResources(endpoint, stack, findings, (policy) =>
            check(endpoint, policy, actions),
        );
    },
});

/** A document that cannot be read is for `endpoint-policy-valid`. */
function check({ service }: EksEndpoint, policy: string, actions: string[]): Problem[] {
    const { document } = parsePolicy(policy);
    return document === undefined
        ? []
        : checkPrivilege(document, actions.length > 0 ? actions : undefined, service);
}
