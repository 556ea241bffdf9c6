import { ResolverEndpoint } from "@pulumi/aws/route53/resolverEndpoint";
import type { Input } from "@pulumi/pulumi";

import { behind, demand, derive } from "../checks/checked";
import type { ChildScope } from "../component/scope";
import { childNames } from "./names";
import type { VerifiedInboundDns } from "./verify";

/** The inbound endpoint, with one address a subnet and family. */
export function createResolverEndpoint(
    { args, subnetIds, sound }: VerifiedInboundDns,
    securityGroupId: Input<string>,
    { name, parent, region, tags }: ChildScope,
): ResolverEndpoint {
    // Item by item where that can be, so that a preview shows how many there are while their IDs are unknown.
    const ipAddresses = Array.isArray(args.subnetIds)
        ? args.subnetIds.map((id) => ({ subnetId: behind(subnetIds, id) }))
        : demand(derive(subnetIds, (known) => known.map((subnetId) => ({ subnetId }))));
    return new ResolverEndpoint(
        childNames.resolverEndpoint(name),
        {
            direction: "INBOUND",
            resolverEndpointType: args.ipAddressType.toUpperCase(),
            // What the security group admits; DNS over HTTPS would need port 443.
            protocols: ["Do53"],
            ipAddresses,
            securityGroupIds: [securityGroupId],
            region,
            tags,
        },
        { parent, dependsOn: sound },
    );
}
