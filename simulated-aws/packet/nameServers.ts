import { addressAt, canonicalAddress, parseRange } from "../world/addresses";
import type { Vpc } from "../world/objects/network";
import { get } from "../world/objectsOf";
import type { World } from "../world/types";

/** Addresses at which every VPC has its resolver. https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
const LINK_LOCAL = ["169.254.169.253", "fd00:ec2::253"];
const BY_NAME = "AmazonProvidedDNS";

/** What DHCP tells the clients of a VPC to ask, in this order; `own` is the VPC's resolver. */
export function nameServersOf(world: World, vpc: Vpc): string[] {
    if (vpc.dhcpOptionsId === "default") {
        return [];
    }
    // The options that a VPC is born with are not kept.
    const options = get(world, "dhcpOptions", vpc.dhcpOptionsId);
    const servers = options?.domainNameServers ?? [BY_NAME];
    return servers.map((server) => (isOwn(vpc, server) ? "own" : server));
}

function isOwn(vpc: Vpc, server: string): boolean {
    const range = parseRange(vpc.cidrBlock);
    const plusTwo = range && addressAt(range, 2n);
    const address = canonicalAddress(server);
    return (
        server === BY_NAME ||
        [...LINK_LOCAL, plusTwo].some(
            (each) => each !== undefined && canonicalAddress(each) === address,
        )
    );
}
