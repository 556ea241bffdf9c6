import {
    buildPerimeterPolicy,
    type Perimeter,
    renderPolicy,
    serviceFacts,
} from "eks-privatelink/domain";

import { hasPolicy } from "../../eks/endpointPolicies";
import { type EksEndpoint, readEndpoint } from "../../eks/endpoints";
import { definePolicy } from "../../pack/definePolicy";
import { VPC_ENDPOINT } from "../../stack/resourceTypes";
import { isGiven } from "../../stack/values";
import { refusesPolicies } from "../shared/endpointPolicies";
import { checkConfigured, isConfigured, perimeterConfig } from "../shared/perimeterConfig";

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
                !takesPolicies(endpoint) ||
                isGiven(resource.given, "policy") ||
                !isConfigured(perimeter)
                ? {}
                : { policy: renderPolicy(buildPerimeterPolicy(endpoint.service, perimeter)) };
        },
    },
    judgeEndpointInStack(endpoint, stack, findings) {
        if (refusesPolicies(endpoint, findings) || hasPolicy(stack, endpoint)) {
            return;
        }
        const doubt = takesPolicies(endpoint)
            ? ""
            : `; AWS does not document whether ${endpoint.service} takes one: ` +
              "getVpcEndpointService tells (vpcEndpointPolicySupported)";
        findings.report(
            endpoint.resource,
            "has no policy, so whoever reaches it may use it with any credentials; " +
                `give it a policy that names your organisation or accounts${doubt}`,
            takesPolicies(endpoint) ? undefined : "advisory",
        );
    },
});

/** Whether a source says that the service of an endpoint takes a policy. */
function takesPolicies({ service }: EksEndpoint): boolean {
    return serviceFacts(service).policySupport === "supported";
}
