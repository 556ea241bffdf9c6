/** VPCs per private hosted zone, the zone's own among them. Source: the Route 53 guide, "Quotas", read 2026-11-23. */
export const VPCS_PER_ZONE = 300;

/** VPCs per Route 53 Profile. Source: as above. */
export const VPCS_PER_PROFILE = 1_000;

/** Addresses that a Resolver endpoint has at least. Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateResolverEndpoint.html, read 2026-11-23. */
export const FEWEST_RESOLVER_ADDRESSES = 2;
