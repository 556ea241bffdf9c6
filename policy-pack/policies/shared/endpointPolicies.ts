import { type Problem, serviceFacts, within } from "eks-privatelink/domain";

import { findPolicyResources, readPolicy } from "../../eks/endpointPolicies";
import type { EksEndpoint } from "../../eks/endpoints";
import type { Findings } from "../../pack/findings";
import type { Stack } from "../../stack/stack";
import { describeResource } from "../../stack/stackResource";

/** Judges the policy that stands with an endpoint itself. */
export function judgeInlinePolicy(
    { resource, service }: EksEndpoint,
    findings: Findings,
    check: (policy: string) => Problem[],
): void {
    // Terraform also shows the policy that AWS fills in, which nobody gave.
    if (resource.form?.isCopy === true && serviceFacts(service).policySupport === "refused") {
        return;
    }
    const policy = readPolicy(resource);
    if (policy !== undefined) {
        findings.reportAll(resource, within("policy", check(policy)));
    }
}

/** Judges the policies of an endpoint that are resources of their own. */
export function judgePolicyResources(
    endpoint: EksEndpoint,
    stack: Stack,
    findings: Findings,
    check: (policy: string) => Problem[],
): void {
    for (const resource of findPolicyResources(stack, endpoint)) {
        findings.attempt(resource, () => {
            const policy = readPolicy(resource);
            if (policy !== undefined) {
                findings.reportAll(resource, within("policy", check(policy)));
            }
        });
    }
}

/** Whether the service of an endpoint takes no policy at all, which is then noted. */
export function refusesPolicies({ resource, service }: EksEndpoint, findings: Findings): boolean {
    const refuses = serviceFacts(service).policySupport === "refused";
    if (refuses) {
        findings.notApplicable.add(
            `${describeResource(resource)}: ${service} takes no endpoint policy`,
        );
    }
    return refuses;
}
