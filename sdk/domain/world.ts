import type { IpFamily } from "./addressing";
import { type AddressRange, findMappedRange, parseCidr, unionContains } from "./cidr";

/**
 * Ranges in which no host of the internet has its address: who admits everything but these has admitted the internet.
 * Sources: https://www.iana.org/assignments/iana-ipv4-special-registry, iana-ipv6-special-registry, multicast-addresses.
 */
const OUTSIDE_THE_INTERNET = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "2001:db8::/32",
    "3fff::/20",
].flatMap((text) => parseCidr(text) ?? []);

/** The addresses that hosts of the internet have: for IPv6, IANA assigns global unicast addresses from 2000::/3 only. */
const INTERNET: AddressRange[] = ["0.0.0.0/0", "2000::/3"].flatMap((text) => parseCidr(text) ?? []);

/** Families whose whole internet is in the union of these ranges, IPv4 ranges spelt as IPv6 (`::ffff:0:0/96`) included. */
export function findOpenFamilies(ranges: AddressRange[]): IpFamily[] {
    const mapped = ranges.flatMap((range) => findMappedRange(range) ?? []);
    return INTERNET.filter((internet) =>
        unionContains([...ranges, ...mapped, ...OUTSIDE_THE_INTERNET], internet),
    ).map(({ family }) => family);
}

/** The family whose whole internet one range admits, its own before the one it only spells; undefined for a narrower range. */
export function findOpenFamily(range: AddressRange): IpFamily | undefined {
    const open = findOpenFamilies([range]);
    return open.find((family) => family === range.family) ?? open[0];
}

/** `IPv4` or `IPv6`, as people write it. */
export function nameFamily(family: IpFamily): string {
    return family === "ipv4" ? "IPv4" : "IPv6";
}
