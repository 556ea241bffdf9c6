import type { Input } from "@pulumi/pulumi";

import type { DnsRecordIpType, IpAddressType } from "../domain/addressing";
import type { FlowLogDestination, FlowLogTrafficType } from "../domain/flowLogs";
import type { EksService } from "../domain/services";

/** What to do about subnets in zones that a service does not serve. */
export const SubnetSelection = {
    /** Every service has to be in every subnet, and no two subnets may share a zone; anything else is an error. */
    Exact: "exact",
    /** For each service, the first subnet of each zone that it serves; the others are left out with a warning. */
    SupportedZones: "supportedZones",
} as const;
export type SubnetSelection = (typeof SubnetSelection)[keyof typeof SubnetSelection];

/** Arguments of EksEndpointSet. */
export interface EksEndpointSetArgs {
    /** ID of the VPC that gets the endpoints. */
    vpcId: Input<string>;
    /** IDs of the subnets that get a network interface of each endpoint: one subnet per zone, two zones or more to survive the loss of one. */
    subnetIds: Input<Input<string>[]>;
    /** Services that get an endpoint. Defaults to `eks`, `eks-auth` and `oidc-eks`, because private DNS of `eks` hides the host name of the OIDC issuer. */
    services?: EksService[];
    /** Address families of the endpoints; the subnets have to have them. Defaults to `ipv4`. */
    ipAddressType?: IpAddressType;
    /** Address records behind the private host names. Defaults to the same families as `ipAddressType`. */
    dnsRecordIpType?: DnsRecordIpType;
    /** Whether the services' usual host names resolve to the endpoints inside the VPC, which needs the VPC's `enableDnsHostnames` and `enableDnsSupport`; `eks-capabilities` has no private DNS. Defaults to true. */
    privateDnsEnabled?: boolean;
    /** What to do about subnets in zones that a service does not serve, and about two subnets in one zone. Defaults to `exact`, which makes both an error. */
    subnetSelection?: SubnetSelection;
    /** Who may call what through the endpoints. Defaults to principals of the stack's own account calling its own resources. */
    endpointPolicy?: EndpointPolicy;
    /** Whole endpoint policies as JSON by service, instead of the one built from `endpointPolicy`; they have to keep outsiders out as well. Defaults to none. */
    policyDocuments?: { [service: string]: Input<string> };
    /** Who may connect to the endpoints, on TCP port 443 only. Defaults to all IPv4 ranges of the VPC, and its IPv6 ranges where the endpoints have IPv6. Ranges that the same program adds to the VPC are not seen; pass them here. */
    ingress?: EndpointIngress;
    /** IDs of security groups of your own, instead of the managed one. Defaults to a security group that admits what `ingress` says. */
    securityGroupIds?: Input<Input<string>[]>;
    /** Flow logs of the VPC. Defaults to a log of all traffic of the whole VPC to CloudWatch Logs, kept for 365 days; AWS charges for every GB that is logged. */
    flowLogs?: FlowLogs;
    /** Endpoint service names by service, for partitions where the usual form is not sure. Defaults to the name that AWS documents for the region. */
    serviceNames?: { [service: string]: string };
    /** Region of the endpoints. Defaults to the region of the provider. With it the endpoint services are not verified, because the provider cannot look them up in another region. */
    region?: Input<string>;
    /** Whether to ask AWS, in previews too, if the zones, address families, policies and VPC attributes fit. Defaults to true; set it to false where the deployer may not describe them. */
    verify?: boolean;
    /** Tags of everything that is created. Defaults to `eks-privatelink`, which says the stack and the component, and `Name` on the endpoints; yours are added, and win. */
    tags?: Input<{ [key: string]: Input<string> }>;
}

/** Who may call what through the endpoints. */
export interface EndpointPolicy {
    /** Organisations, for example `o-a1b2c3d4e5`, whose principals may call resources of the same organisations. Defaults to none. */
    organizationIds?: Input<Input<string>[]>;
    /** Paths in organisations, for example `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`, whose principals may call resources below the same paths. Defaults to none. */
    organizationPaths?: Input<Input<string>[]>;
    /** Accounts whose principals may call resources of the same accounts. Defaults to the stack's own account when no organisation and no path is given, else to none. */
    accountIds?: Input<Input<string>[]>;
    /** Actions by service, for example `eks: ["eks:DescribeCluster"]`. Defaults to all actions of each service. */
    actions?: { [service: string]: string[] };
}

/** Who may connect to the endpoints, on TCP port 443 only. */
export interface EndpointIngress {
    /** IPv4 ranges, also of networks behind a peering, transit gateway or VPN. Defaults to none. */
    cidrBlocks?: Input<Input<string>[]>;
    /** IPv6 ranges; the endpoints have to have IPv6. Defaults to none. */
    ipv6CidrBlocks?: Input<Input<string>[]>;
    /** Security groups of clients in the same VPC; they do not work across a transit gateway. Defaults to none. */
    sourceSecurityGroupIds?: Input<Input<string>[]>;
    /** Managed prefix lists. Defaults to none. */
    prefixListIds?: Input<Input<string>[]>;
}

/** Flow logs of the VPC that has the endpoints. */
export interface FlowLogs {
    /** Whether to create a flow log. Defaults to true. */
    enabled?: boolean;
    /** Where the log goes. Defaults to `cloud-watch-logs`. */
    destination?: FlowLogDestination;
    /** ARN of a log group, bucket or delivery stream of your own. Defaults to a log group or bucket that is created; `kinesis-data-firehose` needs one. */
    destinationArn?: Input<string>;
    /** Whether destroying the stack also deletes a created bucket that still has logs in it. Defaults to false. */
    forceDestroy?: boolean;
    /** ID of a flow log that already covers the VPC, so that none is created. Defaults to none. */
    existingFlowLogId?: Input<string>;
    /** Which connections are logged. Defaults to `ALL`. */
    trafficType?: FlowLogTrafficType;
    /** Days for which the created log group or bucket keeps the log. Defaults to 365. */
    retentionInDays?: number;
    /** ARN of a customer managed KMS key that encrypts the created log group or bucket, no ID or alias; the key's policy has to admit the log service, `delivery.logs.amazonaws.com` for a bucket. Defaults to the service's own encryption. */
    kmsKeyId?: Input<string>;
    /** Seconds over which connections are aggregated, 60 or 600. Defaults to 600; interfaces on Nitro hosts use 60 at most. */
    maxAggregationInterval?: number;
    /** Fields of a record, as `${name}` separated by spaces. Defaults to the fields that matter for endpoints. */
    logFormat?: string;
}
