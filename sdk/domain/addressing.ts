import type { Problem } from "./problem";

/** Address families of an endpoint's network interfaces. */
export const IpAddressType = {
    /** IPv4 only. */
    Ipv4: "ipv4",
    /** IPv4 and IPv6. */
    Dualstack: "dualstack",
    /** IPv6 only, in IPv6-only subnets. */
    Ipv6: "ipv6",
} as const;
export type IpAddressType = (typeof IpAddressType)[keyof typeof IpAddressType];

/** Address records that the endpoint's private host names have. */
export const DnsRecordIpType = {
    /** A records. */
    Ipv4: "ipv4",
    /** A and AAAA records. */
    Dualstack: "dualstack",
    /** AAAA records. */
    Ipv6: "ipv6",
    /** Records that fit the host name called: A for the IPv4 name, both for the dual-stack name. */
    ServiceDefined: "service-defined",
} as const;
export type DnsRecordIpType = (typeof DnsRecordIpType)[keyof typeof DnsRecordIpType];

/** An IP family, spelt as `SupportedIpAddressTypes` of an endpoint service spells it. */
export type IpFamily = "ipv4" | "ipv6";

/** Both families, IPv4 first. */
export const IP_FAMILIES: IpFamily[] = ["ipv4", "ipv6"];

/** What the lists with ranges of a family are called in arguments, rules and connections. */
export const RANGES = { ipv4: "cidrBlocks", ipv6: "ipv6CidrBlocks" } as const;

/** DNS record types that hold addresses of a family. */
export const RECORD_TYPES = { ipv4: "A", ipv6: "AAAA" } as const;

const PRIVATELINK_GUIDE =
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html, read 2026-11-22";

/** What each `ipAddressType` goes with. */
export const ADDRESSING: {
    ipAddressType: IpAddressType;
    families: IpFamily[];
    /** The first is the default. */
    dnsRecordIpTypes: DnsRecordIpType[];
    source: string;
}[] = [
    {
        ipAddressType: "ipv4",
        families: ["ipv4"],
        dnsRecordIpTypes: ["ipv4"],
        source: PRIVATELINK_GUIDE,
    },
    {
        ipAddressType: "dualstack",
        families: ["ipv4", "ipv6"],
        dnsRecordIpTypes: ["dualstack", "ipv4", "ipv6", "service-defined"],
        source: PRIVATELINK_GUIDE,
    },
    {
        ipAddressType: "ipv6",
        families: ["ipv6"],
        dnsRecordIpTypes: ["ipv6"],
        source: PRIVATELINK_GUIDE,
    },
];

/** The row of an IP address type; undefined for a word AWS does not know. */
export function findAddressing(ipAddressType: string): (typeof ADDRESSING)[number] | undefined {
    return ADDRESSING.find((row) => row.ipAddressType === ipAddressType);
}

/** Families that an endpoint of this type serves; none for a word AWS does not know. */
export function familiesOf(ipAddressType: string): IpFamily[] {
    return findAddressing(ipAddressType)?.families ?? [];
}

/** The DNS record type that follows from an IP address type. */
export function defaultDnsRecordIpType(ipAddressType: IpAddressType): DnsRecordIpType {
    return ipAddressType;
}

/** Problems of an IP address type and a DNS record type together; paths are the arguments' names. */
export function checkAddressing(ipAddressType: string, dnsRecordIpType: string): Problem[] {
    const row = findAddressing(ipAddressType);
    if (row === undefined) {
        const allowed = ADDRESSING.map((known) => known.ipAddressType).join(", ");
        return [
            {
                path: "ipAddressType",
                reason: `"${ipAddressType}" is no IP address type of an endpoint; allowed: ${allowed}`,
            },
        ];
    }
    if (!row.dnsRecordIpTypes.some((type) => type === dnsRecordIpType)) {
        const allowed = row.dnsRecordIpTypes.join(", ");
        return [
            {
                path: "dnsRecordIpType",
                reason:
                    `"${dnsRecordIpType}" does not go with ipAddressType "${ipAddressType}"; ` +
                    `allowed: ${allowed}; leave it out to follow ipAddressType`,
            },
        ];
    }
    return [];
}

/** Address ranges of a subnet, as far as they are known. */
export interface SubnetFamilies {
    subnetId: string;
    hasIpv4: boolean;
    hasIpv6: boolean;
}

/** Why a subnet cannot carry endpoints of this type; undefined when it can. Source: as `ADDRESSING`. */
export function findSubnetProblem(
    subnet: SubnetFamilies,
    ipAddressType: IpAddressType,
): string | undefined {
    const has = [subnet.hasIpv4 && "IPv4", subnet.hasIpv6 && "IPv6"].filter(Boolean);
    const only = has.length === 1 ? " only" : "";
    const needs = {
        ipv4: subnet.hasIpv4 ? undefined : "IPv4 addresses",
        dualstack: subnet.hasIpv4 && subnet.hasIpv6 ? undefined : "both IPv4 and IPv6 addresses",
        ipv6:
            subnet.hasIpv6 && !subnet.hasIpv4
                ? undefined
                : "IPv6 addresses only (an IPv6-only subnet)",
    }[ipAddressType];
    return needs === undefined
        ? undefined
        : `subnet ${subnet.subnetId} has ${has.join(" and ") || "no"} addresses${only}, but ipAddressType ` +
              `"${ipAddressType}" needs ${needs}; choose another subnet, give this one the missing range, or change ipAddressType`;
}
