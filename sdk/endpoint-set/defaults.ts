import type { Input } from "@pulumi/pulumi";

import { present } from "../checks/shape";
import { defaultDnsRecordIpType, type DnsRecordIpType, IpAddressType } from "../domain/addressing";
import { DEFAULT_LOG_FORMAT, FlowLogDestination, FlowLogTrafficType } from "../domain/flowLogs";
import { DEFAULT_SERVICES, type EksService } from "../domain/services";
import {
    type EksEndpointSetArgs,
    type EndpointIngress,
    type EndpointPolicy,
    type FlowLogs,
    SubnetSelection,
} from "./args";

/** EksEndpointSetArgs with every default in its place. */
export interface ResolvedArgs {
    vpcId: Input<string>;
    subnetIds: Input<Input<string>[]>;
    services: EksService[];
    ipAddressType: IpAddressType;
    dnsRecordIpType: DnsRecordIpType;
    privateDnsEnabled: boolean;
    subnetSelection: SubnetSelection;
    endpointPolicy: EndpointPolicy;
    policyDocuments: { [service: string]: Input<string> };
    ingress?: EndpointIngress;
    securityGroupIds?: Input<Input<string>[]>;
    flowLogs: ResolvedFlowLogs;
    serviceNames: { [service: string]: string };
    region?: Input<string>;
    verify: boolean;
    tags: Input<{ [key: string]: Input<string> }>;
}

/** FlowLogs with every default in its place. */
export interface ResolvedFlowLogs {
    /** Names of the arguments that the user gave. */
    given: string[];
    enabled: boolean;
    destination: FlowLogDestination;
    destinationArn?: Input<string>;
    forceDestroy: boolean;
    existingFlowLogId?: Input<string>;
    trafficType: FlowLogTrafficType;
    retentionInDays: number;
    kmsKeyId?: Input<string>;
    maxAggregationInterval: number;
    logFormat: string;
}

/** The one place where an omitted argument gets its value. */
export function applyDefaults(args: EksEndpointSetArgs): ResolvedArgs {
    const given = present(args);
    const ipAddressType = given.ipAddressType ?? IpAddressType.Ipv4;
    return {
        ...given,
        services: given.services ?? DEFAULT_SERVICES,
        ipAddressType,
        dnsRecordIpType: given.dnsRecordIpType ?? defaultDnsRecordIpType(ipAddressType),
        privateDnsEnabled: given.privateDnsEnabled ?? true,
        subnetSelection: given.subnetSelection ?? SubnetSelection.Exact,
        endpointPolicy: present(given.endpointPolicy ?? {}),
        policyDocuments: given.policyDocuments ?? {},
        flowLogs: flowLogDefaults(present(given.flowLogs ?? {})),
        serviceNames: given.serviceNames ?? {},
        verify: given.verify ?? true,
        tags: given.tags ?? {},
    };
}

function flowLogDefaults(given: FlowLogs): ResolvedFlowLogs {
    return {
        ...given,
        given: Object.keys(given),
        enabled: given.enabled ?? true,
        destination: given.destination ?? FlowLogDestination.CloudWatchLogs,
        forceDestroy: given.forceDestroy ?? false,
        trafficType: given.trafficType ?? FlowLogTrafficType.All,
        retentionInDays: given.retentionInDays ?? 365,
        maxAggregationInterval: given.maxAggregationInterval ?? 600,
        logFormat: given.logFormat ?? DEFAULT_LOG_FORMAT,
    };
}
