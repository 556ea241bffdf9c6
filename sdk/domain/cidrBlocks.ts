import type { IpFamily } from "./addressing";
import { type Cidr, findMappedRange, formatAddress, isMapped, parseCidr } from "./cidr";
import type { Problem } from "./problem";
import { findOpenFamilies, findOpenFamily, nameFamily } from "./world";

const EXAMPLE: { [family in IpFamily]: string } = {
    ipv4: "10.0.0.0/16",
    ipv6: "2001:db8:1234::/56",
};

/** A range that opens an endpoint to everyone is wrong wherever it stands; this is what to do about it. */
export const NARROW_IT = "admit the ranges of your own networks instead";

/** Problems of a list of CIDR ranges that should all be of one family, each on `path[index]` or on the list's path. */
export function checkCidrBlocks(path: string, blocks: string[], family: IpFamily): Problem[] {
    const cidrs = blocks.map((block) => parseCidr(block));
    const problems = blocks.flatMap((block, index) => {
        const reason =
            findBlockProblem(block, cidrs[index], family) ?? findRepetition(cidrs, index, path);
        return reason === undefined ? [] : [{ path: `${path}[${index}]`, reason }];
    });
    const narrow = cidrs.flatMap((cidr) => (cidr && !findOpenFamily(cidr) ? cidr : []));
    return [
        ...problems,
        ...findOpenFamilies(narrow).map((each) => ({
            path,
            reason: `these ranges together admit the whole ${nameFamily(each)} internet; ${NARROW_IT}`,
        })),
    ];
}

function findBlockProblem(
    block: string,
    cidr: Cidr | undefined,
    family: IpFamily,
): string | undefined {
    if (cidr === undefined) {
        return describeMalformed(block, family);
    }
    const open = findOpenFamily(cidr);
    if (open !== undefined) {
        return `${block} admits the whole ${nameFamily(open)} internet; ${NARROW_IT}`;
    }
    if (cidr.family !== family) {
        return (
            `${block} is an ${nameFamily(cidr.family)} range in a list of ${nameFamily(family)} ranges; ` +
            `move it to the list of ${nameFamily(cidr.family)} ranges`
        );
    }
    if (isMapped(cidr)) {
        return `${block} spells ${describeMapped(cidr)} as IPv6; write that in the list of IPv4 ranges`;
    }
    return cidr.hasHostBits
        ? `${block} has bits set beyond its prefix length; write ${cidr.canonical}`
        : undefined;
}

/** Says that a text is no CIDR range, and what one of the family looks like. */
export function describeMalformed(block: string, family: IpFamily): string {
    return (
        `"${block}" is no ${nameFamily(family)} range in CIDR notation; ` +
        `write an address and a prefix length, such as ${EXAMPLE[family]}`
    );
}

function findRepetition(
    cidrs: (Cidr | undefined)[],
    index: number,
    path: string,
): string | undefined {
    const canonical = cidrs[index]?.canonical;
    const first = cidrs.findIndex((cidr) => cidr?.canonical === canonical);
    return first < index ? `${canonical} is already in ${path}[${first}]; remove one` : undefined;
}

function describeMapped(cidr: Cidr): string {
    const range = findMappedRange(cidr);
    const prefix = cidr.canonical.split("/")[1];
    return range === undefined
        ? "IPv4"
        : `${formatAddress("ipv4", range.first)}/${Number(prefix) - 96}`;
}
