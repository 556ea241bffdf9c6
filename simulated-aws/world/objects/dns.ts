import type { WorldObject } from "../worldObject";

/** Objects of Route 53: private zones and their records, profiles that carry zones to VPCs, resolver endpoints and rules. */
export interface DnsObjects {
    zones: HostedZone;
    records: DnsRecord;
    profiles: Profile;
    profileResources: ProfileResource;
    profileVpcs: ProfileVpc;
    resolverEndpoints: ResolverEndpoint;
    resolverRules: ResolverRule;
    resolverRuleVpcs: ResolverRuleVpc;
    queryLogConfigs: QueryLogConfig;
    queryLogVpcs: QueryLogVpc;
}

/** Route 53 is global, so a zone belongs to an account and to no region. */
export interface HostedZone extends WorldObject {
    /** Without a dot at the end. */
    name: string;
    comment: string;
    enableAcceleratedRecovery: boolean;
    /** VPCs that see the zone, of whichever account; none for a public zone. */
    vpcs: ZoneVpc[];
    /** VPCs of other accounts that may be associated. */
    authorizations: ZoneVpc[];
}

export interface ZoneVpc {
    vpcId: string;
    vpcRegion: string;
}

/** Its `id` is `<zone>_<full name>_<type>`. */
export interface DnsRecord extends WorldObject {
    zoneId: string;
    /** Full name, without a dot at the end. */
    fullName: string;
    type: string;
    ttl: number;
    values: string[];
    alias?: RecordAlias;
}

export interface RecordAlias {
    name: string;
    zoneId: string;
    evaluateTargetHealth: boolean;
}

export interface Profile extends WorldObject {
    name: string;
}

/** A zone or an endpoint in a profile. */
export interface ProfileResource extends WorldObject {
    name: string;
    profileId: string;
    resourceArn: string;
    resourceProperties: string;
}

/** A VPC that uses a profile; it belongs to the VPC's account. */
export interface ProfileVpc extends WorldObject {
    name: string;
    profileId: string;
    vpcId: string;
    /** From 100 to 9900; of two profiles the one with the lower number wins. */
    priority: number;
}

/** Where queries for a name go that a VPC asks. */
export interface ResolverRule extends WorldObject {
    name: string;
    /** Without a dot at the end; empty for every name. */
    domainName: string;
    /** `FORWARD` sends queries to the targets; `SYSTEM` leaves them to the resolver of the VPC. */
    ruleType: string;
    resolverEndpointId: string;
    targets: RuleTarget[];
}

export interface RuleTarget {
    /** Of either family. */
    address: string;
    port: number;
    protocol: string;
}

/** A VPC that uses a rule; it belongs to the VPC's account. */
export interface ResolverRuleVpc extends WorldObject {
    name: string;
    ruleId: string;
    vpcId: string;
}

/** A resolver endpoint, for queries from outside or for those that rules send out. */
export interface ResolverEndpoint extends WorldObject {
    name: string;
    /** `INBOUND` or `OUTBOUND`. */
    direction: string;
    vpcId: string;
    securityGroupIds: string[];
    /** `IPV4`, `IPV6` or `DUALSTACK`. */
    type: string;
    protocols: string[];
    rniEnhancedMetricsEnabled: boolean;
    targetNameServerMetricsEnabled: boolean;
    /** IDs of its addresses by the network interface that each is on. */
    addressIds: { [key: string]: string };
}

/** Where the queries of VPCs are logged. */
export interface QueryLogConfig extends WorldObject {
    name: string;
    destinationArn: string;
}

/** A VPC whose queries are logged. */
export interface QueryLogVpc extends WorldObject {
    configId: string;
    vpcId: string;
}
