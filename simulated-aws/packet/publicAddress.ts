import { holds, isIn, parseRange } from "../world/addresses";
import { get } from "../world/objectsOf";
import type { World } from "../world/types";

/** Stands for the address of a public name, which the model does not know. */
export const SOMEWHERE = { 4: "198.51.100.1", 6: "2001:db8::1" };

/** Ranges that nobody reaches over the internet. https://www.iana.org/assignments/iana-ipv4-special-registry */
const PRIVATE = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "224.0.0.0/3",
    "::/127",
    "fc00::/7",
    "fe80::/10",
    "ff00::/8",
].flatMap((range) => parseRange(range) ?? []);

/** Says whether an address is one of the internet, as a VPC sees it. */
export function isPublicAddress(world: World, vpcId: string, address: string): boolean {
    const vpc = get(world, "vpcs", vpcId);
    const own = vpc ? [vpc.cidrBlock, ...Object.values(vpc.secondaryCidrBlocks)] : [];
    const asked = parseRange(address);
    return (
        asked !== undefined &&
        !PRIVATE.some((range) => holds(range, asked)) &&
        ![...own, vpc?.ipv6CidrBlock ?? ""].some((range) => isIn(address, range))
    );
}
