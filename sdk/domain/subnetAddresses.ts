import type { IpFamily } from "./addressing";
import { formatAddress, parseCidr } from "./cidr";
import { type Problem, problem } from "./problem";
import { describeGiven } from "./wording";

/**
 * Addresses at the start of a subnet that AWS keeps for itself, beside the last one.
 * Source: API reference of CreateSubnet, read 2026-11-27; the PrivateLink guide says the same of IPv6, read 2026-11-22.
 */
const KEPT_AT_START = 4n;

/** The one spelling of an address; undefined for what is no address of the family. */
export function findCanonicalAddress(family: IpFamily, address: string): string | undefined {
    const number = parseAddress(family, address);
    return number === undefined ? undefined : formatAddress(family, number);
}

/**
 * Problems of an address that is chosen for something in a subnet; `ranges` has more than one where it may be in several.
 * Where no range can be read there are none.
 */
export function checkSubnetAddress(
    path: string,
    family: IpFamily,
    address: string,
    ranges: string[],
): Problem[] {
    const number = parseAddress(family, address);
    const free = ranges
        .flatMap((range) => parseCidr(range) ?? [])
        .map(({ first, last }) => ({ from: first + KEPT_AT_START, to: last - 1n }));
    const fits = ({ from, to }: { from: bigint; to: bigint }): boolean =>
        number !== undefined && from <= number && number <= to;
    if (free.length === 0 || free.some(fits)) {
        return [];
    }
    const spans = free.map((span) => {
        const [from, to] = [span.from, span.to].map((each) => formatAddress(family, each));
        return `${from} to ${to}`;
    });
    return problem(
        path,
        `is ${describeGiven(address)}, but AWS gives addresses from ${spans.join(" or ")} there; choose one of these`,
    );
}

function parseAddress(family: IpFamily, address: string): bigint | undefined {
    const range = parseCidr(`${address}/${family === "ipv4" ? 32 : 128}`);
    return range?.family === family ? range.first : undefined;
}
