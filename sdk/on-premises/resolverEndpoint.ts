import { ResolverEndpoint } from "@pulumi/aws/route53/resolverEndpoint";
import { CustomResourceOptions, Input } from "@pulumi/pulumi";
import { Checked, demand, derive, together, unchecked } from "../checks/checked";
import { ChildScope } from "../endpoint-set/scope";
import { childNames } from "./names";
import { ResolvedArgs } from "./resolveArgs";

/** The inbound endpoint, with one address a subnet and family. */
export function createResolverEndpoint(
    subnets: Checked<string[]>,
    securityGroupId: Input<string>,
    { subnetIds, ipAddressType }: ResolvedArgs,
    { name, region, tags }: ChildScope,
    options: CustomResourceOptions,
): ResolverEndpoint {
    // Item by item where that can be, so that a preview shows how many there are while their IDs are unknown.
    const ipAddresses = Array.isArray(subnetIds)
        ? subnetIds.map((id) => ({
              subnetId: demand(derive(together(unchecked(id), subnets), ([known]) => known)),
          }))
        : demand(derive(subnets, (known) => known.map((subnetId) => ({ subnetId }))));
    return new ResolverEndpoint(
        childNames.resolverEndpoint(name),
        {
            direction: "INBOUND",
            resolverEndpointType: ipAddressType.toUpperCase(),
            // What the security group admits; DNS over HTTPS would need port 443.
            protocols: ["Do53"],
            ipAddresses,
            securityGroupIds: [securityGroupId],
            region,
            tags,
        },
        options,
    );
}
