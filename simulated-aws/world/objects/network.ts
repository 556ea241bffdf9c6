import type { WorldObject } from "../worldObject";

/** Objects of EC2 networking. */
export interface NetworkObjects {
    vpcs: Vpc;
    subnets: Subnet;
    securityGroups: SecurityGroup;
    securityGroupRules: SecurityGroupRule;
    groupVpcs: GroupVpc;
    prefixLists: PrefixList;
    endpoints: Endpoint;
    networkInterfaces: NetworkInterface;
    internetGateways: InternetGateway;
    egressOnlyGateways: EgressOnlyGateway;
    routeTables: RouteTable;
    elasticIps: ElasticIp;
    natGateways: NatGateway;
    dhcpOptions: DhcpOptions;
    networkAcls: NetworkAcl;
}

export interface Vpc extends WorldObject {
    cidrBlock: string;
    /** Secondary IPv4 ranges by association ID. */
    secondaryCidrBlocks: { [key: string]: string };
    ipv6CidrBlock: string;
    ipv6AssociationId: string;
    instanceTenancy: string;
    enableDnsSupport: boolean;
    enableDnsHostnames: boolean;
    enableNetworkAddressUsageMetrics: boolean;
    defaultSecurityGroupId: string;
    mainRouteTableId: string;
    /** The table that the VPC was born with, while another one is its main table. */
    originalRouteTableId?: string;
    defaultNetworkAclId: string;
    dhcpOptionsId: string;
    /** How the default VPC of a region came about; absent for any other. */
    defaultBy?: DefaultBy;
}

/** AWS makes a default VPC and its subnets unasked; an account that has lost them may ask for new ones. */
export type DefaultBy = "aws" | "program";

/** What a VPC tells its clients; one that it is born with is not kept here. */
export interface DhcpOptions extends WorldObject {
    /** Servers that clients ask for names. `AmazonProvidedDNS` is the VPC's own resolver. */
    domainNameServers: string[];
    /** The rest, as the provider was given it. */
    settings: { [key: string]: unknown };
}

export interface Subnet extends WorldObject {
    vpcId: string;
    /** Empty for an IPv6-only subnet. */
    cidrBlock: string;
    ipv6CidrBlock: string;
    ipv6AssociationId: string;
    availabilityZone: string;
    /** Switches, as the provider spells them. */
    attributes: { [key: string]: string | number | boolean };
    /** How the default subnet of a zone came about; absent for any other. */
    defaultBy?: DefaultBy;
}

export interface SecurityGroup extends WorldObject {
    vpcId: string;
    name: string;
    description: string;
    isDefault: boolean;
}

/** A further VPC of a group. Its `id` is `<group>,<VPC>`. */
export interface GroupVpc extends WorldObject {
    groupId: string;
    vpcId: string;
}

/** One rule with one source, as EC2 keeps it. */
export interface SecurityGroupRule extends WorldObject {
    groupId: string;
    isEgress: boolean;
    /** `tcp`, `udp`, `icmp`, a number, or `-1` for all. */
    protocol: string;
    fromPort: number;
    toPort: number;
    source: RuleSource;
    description: string;
}

/** Exactly one member is set. */
export interface RuleSource {
    cidrIpv4?: string;
    cidrIpv6?: string;
    prefixListId?: string;
    groupId?: string;
}

export interface PrefixList extends WorldObject {
    name: string;
    addressFamily: string;
    maxEntries: number;
    entries: { cidr: string; description: string }[];
    version: number;
}

export interface Endpoint extends WorldObject {
    vpcId: string;
    serviceName: string;
    type: string;
    subnetIds: string[];
    securityGroupIds: string[];
    routeTableIds: string[];
    policy: string;
    privateDnsEnabled: boolean;
    ipAddressType: string;
    dnsRecordIpType: string;
    /** The part of its DNS names that no caller chooses. */
    nameSuffix: string;
}

export interface NetworkInterface extends WorldObject {
    vpcId: string;
    subnetId: string;
    privateIp: string;
    ipv6Address: string;
    securityGroupIds: string[];
    interfaceType: string;
    description: string;
    /** Endpoint, resolver endpoint or NAT gateway that owns it; empty for one of the account's own. */
    ownedBy: string;
}

export interface InternetGateway extends WorldObject {
    /** VPC to which it is attached; empty where there is none. */
    vpcId: string;
}

/** Lets IPv6 out and answers back in, nothing else. */
export interface EgressOnlyGateway extends WorldObject {
    vpcId: string;
}

export interface RouteTable extends WorldObject {
    vpcId: string;
    /** Routes beside the local ones, by destination; the target as the provider names it. */
    routes: { [key: string]: { [key: string]: string } };
    /** Subnet IDs by association ID. */
    associations: { [key: string]: string };
}

export interface ElasticIp extends WorldObject {
    publicIp: string;
    associationId: string;
    natGatewayId: string;
}

export interface NatGateway extends WorldObject {
    vpcId: string;
    /** Empty for a regional one, which has no interface either. */
    subnetId: string;
    allocationId: string;
    connectivityType: string;
    networkInterfaceId: string;
}

export interface NetworkAcl extends WorldObject {
    vpcId: string;
    /** Subnets that were given to it; the one that a VPC is born with has all others as well. */
    subnetIds: string[];
    entries: AclEntry[];
}

/** One entry; of those that fit the one with the lowest number decides. */
export interface AclEntry {
    ruleNumber: number;
    isEgress: boolean;
    isAllow: boolean;
    /** A number, or `-1` for all. */
    protocol: string;
    cidr: string;
    fromPort: number;
    toPort: number;
    /** Type and code of ICMP, as the provider gave them. */
    icmp: { icmpType?: number; icmpCode?: number };
}
