/** IPv4 or IPv6 addresses. */
export type RecordType = "A" | "AAAA";

/** What a private zone has for a name. */
export interface Found {
    addresses: string[];
    /** Endpoint that the addresses belong to; absent for plain records. */
    endpointId?: string;
    /** Another name to ask for in its place. */
    cname?: string;
}

/** A private zone as one VPC sees it, with the names in it. */
export interface PrivateZone {
    /** Name of the zone, which hides every public name under it. */
    name: string;
    /** What makes the zone, for explanations: a hosted zone or an endpoint's private DNS. */
    origin: string;
    /** What the zone has for a name; undefined where the name does not exist. */
    answer(name: string, type: RecordType): Found | undefined;
}
