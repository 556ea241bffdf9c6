import { Problem, serviceFacts, within } from "eks-privatelink/domain";

import { Findings } from "../findings";
import { EksEndpoint, findEndpoints } from "./eksEndpoints";
import { follow } from "./links";
import { VPC_ENDPOINT, VPC_ENDPOINT_POLICY } from "./resourceTypes";
import { Stack } from "./stack";
import { describeResource, StackResource } from "./stackResource";
import { readDocument } from "./values";

/** The policy that the program gives with an endpoint or in a `VpcEndpointPolicy`; undefined for none, which AWS takes for full access. */
export function readPolicy({ given }: StackResource): string | undefined {
    return readDocument(given, "policy");
}

/** The `VpcEndpointPolicy` resources of an endpoint. */
export function findPolicyResources(stack: Stack, endpoint: EksEndpoint): StackResource[] {
    return stack
        .ofType(VPC_ENDPOINT_POLICY)
        .filter((policy) =>
            follow(stack, policy, "vpcEndpointId", { types: [VPC_ENDPOINT] }).resources.includes(
                endpoint.resource,
            ),
        );
}

/** Whether an endpoint has a policy, wherever it is written. */
export function hasPolicy(stack: Stack, endpoint: EksEndpoint): boolean {
    const holders = [endpoint.resource, ...findPolicyResources(stack, endpoint)];
    return holders.some((holder) => readPolicy(holder) !== undefined);
}

/** Judges the policy that stands with an endpoint itself. */
export function judgeInlinePolicy(
    { resource }: EksEndpoint,
    findings: Findings,
    judge: (policy: string) => Problem[],
): void {
    const policy = readPolicy(resource);
    if (policy !== undefined) {
        findings.reportAll(resource, within("policy", judge(policy)));
    }
}

/** Judges the policies that are resources of their own, where they belong to EKS endpoints. */
export function judgePolicyResources(
    stack: Stack,
    findings: Findings,
    judge: (endpoint: EksEndpoint, policy: string) => Problem[],
): void {
    for (const endpoint of findEndpoints(stack, findings)) {
        for (const resource of findPolicyResources(stack, endpoint)) {
            findings.attempt(resource, () => {
                const policy = readPolicy(resource);
                if (policy !== undefined) {
                    findings.reportAll(resource, within("policy", judge(endpoint, policy)));
                }
            });
        }
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

/** The level for an endpoint without a policy: advice where no source says that its service takes one. */
export function levelWithoutPolicy({ service }: EksEndpoint): "advisory" | undefined {
    return serviceFacts(service).policySupport === "supported" ? undefined : "advisory";
}
