import { Address4, Address6 } from "ip-address";

import type { IpFamily } from "./addressing";

/** A range of addresses of one family, both ends included. */
export interface AddressRange {
    family: IpFamily;
    first: bigint;
    last: bigint;
}

/** A range in CIDR notation, taken apart. */
export interface Cidr extends AddressRange {
    /** Shortest spelling of the same range, without host bits: `10.0.0.0/8`, `2001:db8::/32`. */
    canonical: string;
    /** Whether bits beyond the prefix are set, as in `10.0.0.1/8`; AWS refuses some of those and rewrites others. */
    hasHostBits: boolean;
}

/** Reads `10.0.0.0/8` or `2001:db8::/32`; undefined for anything else, an address without prefix length included. */
export function parseCidr(text: string): Cidr | undefined {
    const family = text.includes(":") ? "ipv6" : "ipv4";
    const parser = family === "ipv4" ? Address4 : Address6;
    // Zone identifiers (`%eth0`) mean something on one machine only.
    if (!text.includes("/") || text.includes("%") || !parser.isValid(text)) {
        return undefined;
    }
    const address = new parser(text);
    const start = address.startAddress();
    return {
        family,
        first: start.bigInt(),
        last: address.endAddress().bigInt(),
        canonical: `${start.correctForm()}/${address.subnetMask}`,
        hasHostBits: start.bigInt() !== address.bigInt(),
    };
}

/** `::ffff:0:0/96`: IPv6 spellings of IPv4 addresses (RFC 4291, section 2.5.5.2). */
const MAPPED_FIRST = 0xffff_0000_0000n;
const MAPPED_LAST = 0xffff_ffff_ffffn;

/** The part of an IPv6 range that spells IPv4 addresses, as an IPv4 range. */
export function findMappedRange({ family, first, last }: AddressRange): AddressRange | undefined {
    if (family === "ipv4" || last < MAPPED_FIRST || first > MAPPED_LAST) {
        return undefined;
    }
    return {
        family: "ipv4",
        first: first < MAPPED_FIRST ? 0n : first - MAPPED_FIRST,
        last: last > MAPPED_LAST ? MAPPED_LAST - MAPPED_FIRST : last - MAPPED_FIRST,
    };
}

/** Whether an IPv6 range holds nothing but spellings of IPv4 addresses. */
export function isMapped({ family, first, last }: AddressRange): boolean {
    return family === "ipv6" && first >= MAPPED_FIRST && last <= MAPPED_LAST;
}

/** Whether two ranges have an address in common. */
export function overlaps(one: AddressRange, other: AddressRange): boolean {
    return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

/** Whether a family's ranges together hold every address of another range; those of other families do not count. */
export function unionContains(outer: AddressRange[], inner: AddressRange): boolean {
    let next = inner.first;
    for (const { first, last } of sorted(outer, inner.family)) {
        if (first > next) {
            break;
        }
        if (last >= next) {
            next = last + 1n;
        }
    }
    return next > inner.last;
}

function sorted(ranges: AddressRange[], family: IpFamily): AddressRange[] {
    return ranges
        .filter((range) => range.family === family)
        .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
}

/** Whether the union of some CIDR ranges contains another one. Malformed ranges contain nothing and are in nothing. */
export function contains(outer: string[], inner: string): boolean {
    const range = parseCidr(inner);
    return (
        range !== undefined &&
        unionContains(
            outer.flatMap((text) => parseCidr(text) ?? []),
            range,
        )
    );
}

/** An address as text. */
export function formatAddress(family: IpFamily, address: bigint): string {
    const parser = family === "ipv4" ? Address4 : Address6;
    return parser.fromBigInt(address).correctForm();
}
