import type { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import type { ResolverEndpoint } from "@pulumi/aws/route53/resolverEndpoint";

import { demand, derive, together, unchecked } from "../checks/checked";
import { writeForwarders } from "./forwarders";
import type { VerifiedInboundDns } from "./verify";

/** The outputs of an inbound DNS. */
export function outputsOf(
    { hostNames }: VerifiedInboundDns,
    group: SecurityGroup,
    endpoint: ResolverEndpoint,
) {
    const addresses = endpoint.ipAddresses.apply(addressesOf);
    const forwarded = together(hostNames, unchecked(addresses));
    return {
        resolverEndpointId: endpoint.id,
        securityGroupId: group.id,
        addresses,
        forwarders: demand(derive(forwarded, ([names, known]) => writeForwarders(names, known))),
    };
}

/** Every address, in an order that stays: AWS keeps them as a set. */
function addressesOf(entries: { ip?: string; ipv6?: string }[]): string[] {
    const given = entries.flatMap(({ ip = "", ipv6 = "" }) => [ip, ipv6]);
    return given.filter((address) => address !== "").sort();
}
