import { Address4, Address6 } from "ip-address";

/** An IPv4 or IPv6 range as numbers. */
export interface Range {
    family: 4 | 6;
    first: bigint;
    last: bigint;
    prefix: number;
    /** The range as AWS writes it: its first address and the prefix. */
    cidr: string;
    /** False when the text named an address inside the range instead of its first one. */
    isFirst: boolean;
}

/** Reads a range or a single address; undefined when the text is neither. */
export function parseRange(text: string): Range | undefined {
    const known = ranges.get(text);
    if (known !== undefined || ranges.has(text)) {
        return known;
    }
    const range = text.includes(":") ? parse6(text) : parse4(text);
    if (ranges.size >= REMEMBERED) {
        ranges.clear();
    }
    ranges.set(text, range);
    return range;
}

/** What texts say, which does not change. A question asks hundreds of routes for the same few. */
const ranges = new Map<string, Readonly<Range> | undefined>();

/** Texts that are remembered: those of a large world. */
const REMEMBERED = 10_000;

function parse4(text: string): Range | undefined {
    if (!Address4.isValid(text)) {
        return undefined;
    }
    const address = new Address4(text);
    const first = address.startAddress();
    return {
        family: 4,
        first: first.bigInt(),
        last: address.endAddress().bigInt(),
        prefix: address.subnetMask,
        cidr: `${first.correctForm()}/${address.subnetMask}`,
        isFirst: address.bigInt() === first.bigInt(),
    };
}

function parse6(text: string): Range | undefined {
    if (!Address6.isValid(text)) {
        return undefined;
    }
    const address = new Address6(text);
    const first = address.startAddress();
    return {
        family: 6,
        first: first.bigInt(),
        last: address.endAddress().bigInt(),
        prefix: address.subnetMask,
        cidr: `${first.correctForm()}/${address.subnetMask}`,
        isFirst: address.bigInt() === first.bigInt(),
    };
}

/** Says whether the first range holds all of the second. */
export function holds(outer: Range, inner: Range): boolean {
    return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** Says whether two ranges share an address. */
export function overlaps(one: Range, other: Range): boolean {
    return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

/** Says whether an address lies in a range; false when either cannot be read. */
export function isIn(address: string, cidr: string): boolean {
    const inner = parseRange(address);
    const outer = parseRange(cidr);
    return inner !== undefined && outer !== undefined && holds(outer, inner);
}

/** The n-th address of a range, as text. */
export function addressAt(range: Range, offset: bigint): string {
    const value = range.first + offset;
    return range.family === 4
        ? Address4.fromBigInt(value).correctForm()
        : Address6.fromBigInt(value).correctForm();
}

/** AWS keeps the first four addresses and the last one of every subnet. */
const RESERVED_FIRST = 4n;

/** The first free address of a subnet's range, skipping what AWS reserves; undefined when it is full. */
export function freeAddress(cidr: string, taken: Set<string>): string | undefined {
    const range = parseRange(cidr);
    if (range === undefined) {
        return undefined;
    }
    const size = range.last - range.first;
    for (let offset = RESERVED_FIRST; offset < size; offset += 1n) {
        const address = addressAt(range, offset);
        if (!taken.has(address)) {
            return address;
        }
    }
    return undefined;
}

/** Says whether AWS keeps an address of a subnet for itself. */
export function isReserved(address: string, cidr: string): boolean {
    const range = parseRange(cidr);
    const one = parseRange(address);
    if (range === undefined || one === undefined) {
        return false;
    }
    return one.first < range.first + RESERVED_FIRST || one.first === range.last;
}

/** The one spelling of an address, for comparing. */
export function canonicalAddress(text: string): string | undefined {
    return parseRange(text)?.cidr.split("/")[0];
}
