import { findPointingTo } from "../stack/links";
import { VPC_ENDPOINT, VPC_ENDPOINT_POLICY } from "../stack/resourceTypes";
import type { Stack } from "../stack/stack";
import type { StackResource } from "../stack/stackResource";
import { readDocument } from "../stack/values";
import type { EksEndpoint } from "./endpoints";

/** The policy that the program gives with an endpoint or in a `VpcEndpointPolicy`; undefined for none, which AWS takes for full access. */
export function readPolicy({ given }: StackResource): string | undefined {
    return readDocument(given, "policy");
}

/** The `VpcEndpointPolicy` resources of an endpoint. */
export function findPolicyResources(stack: Stack, { resource }: EksEndpoint): StackResource[] {
    return findPointingTo(stack, resource, {
        from: [VPC_ENDPOINT_POLICY],
        property: "vpcEndpointId",
        types: [VPC_ENDPOINT],
    });
}

/** Whether an endpoint has a policy, wherever it is written. */
export function hasPolicy(stack: Stack, endpoint: EksEndpoint): boolean {
    const holders = [endpoint.resource, ...findPolicyResources(stack, endpoint)];
    return holders.some((holder) => readPolicy(holder) !== undefined);
}
