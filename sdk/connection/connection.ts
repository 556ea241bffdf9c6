import type { DnsRecordIpType, IpAddressType } from "../domain/addressing";

/** Version of `EksEndpointConnection` that this package writes. */
export const CONNECTION_SCHEMA_VERSION = 1;

/**
 * What another stack has to know of a set of endpoints to use it: plain data that a stack exports and another reads
 * through a stack reference. Fields may be added; a changed meaning raises `schemaVersion`.
 */
export interface EksEndpointConnection {
    schemaVersion: 1;
    /** Stack that wrote it, as `organisation/project/stack`; absent where a version wrote it that named none. */
    stack?: string;
    region: string;
    partition: string;
    /** Account that owns the endpoints. */
    accountId: string;
    /** VPC of the endpoints. */
    vpcId: string;
    /** By service, for example `eks-auth`. */
    services: { [service: string]: EksEndpointConnectionService };
    /** Hosted zone IDs by host name, once a share has created the zones. */
    hostedZoneIds: { [hostName: string]: string };
    /** VPCs that may associate the zones, by the name that the share gives them; absent before a share. */
    consumers?: { [name: string]: EksEndpointConnectionConsumer };
    /** ID of the Route 53 Profile that carries the zones, where there is one. */
    profileId?: string;
    /** With whom the profile is shared: account IDs, ARNs of organisations and of organisational units. */
    principals?: string[];
    /** Who may connect on port 443. */
    admitted: {
        cidrBlocks: string[];
        ipv6CidrBlocks: string[];
        prefixListIds: string[];
        securityGroupIds: string[];
    };
    /** Whom the endpoint policies let through; empty where whole policy documents were given. */
    perimeter: { organizationIds: string[]; organizationPaths: string[]; accountIds: string[] };
    ipAddressType: IpAddressType;
    dnsRecordIpType: DnsRecordIpType;
    privateDnsEnabled: boolean;
}

/** One endpoint in a connection. */
export interface EksEndpointConnectionService {
    endpointId: string;
    endpointArn: string;
    /** Host names that clients of the service use, IPv4 form first. */
    hostNames: string[];
    /** The endpoint's own DNS name for the whole region. */
    regionalDnsName: string;
    /** Hosted zone of `regionalDnsName`, which an alias record needs. */
    hostedZoneId: string;
}

/** A VPC that may associate the hosted zones of a connection. */
export interface EksEndpointConnectionConsumer {
    vpcId: string;
    /** Account that owns the VPC. */
    accountId: string;
    region: string;
}
