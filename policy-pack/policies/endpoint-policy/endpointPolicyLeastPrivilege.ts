import { checkPrivilege, parsePolicy, Problem } from "eks-privatelink/domain";

import { definePolicy } from "../../definePolicy";
import { listOfStrings } from "../../policyConfig";
import { EksEndpoint } from "../../stack/eksEndpoints";
import {
    judgeInlinePolicy,
    judgePolicyResources,
    refusesPolicies,
} from "../../stack/endpointPolicies";

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
            judgeInlinePolicy(endpoint, findings, (policy) => judge(endpoint, policy, actions));
        }
    },
    judgeStack(stack, findings, { actions }) {
        judgePolicyResources(stack, findings, (endpoint, policy) =>
            judge(endpoint, policy, actions),
        );
    },
});

/** A document that cannot be read is for `endpoint-policy-valid`. */
function judge({ service }: EksEndpoint, policy: string, actions: string[]): Problem[] {
    const { document } = parsePolicy(policy);
    return document === undefined
        ? []
        : checkPrivilege(document, actions.length > 0 ? actions : undefined, service);
}
