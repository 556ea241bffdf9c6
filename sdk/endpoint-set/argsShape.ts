import {
    flag,
    group,
    input,
    listOf,
    mapOf,
    number,
    oneOf,
    required,
    Shape,
    tags,
    text,
} from "../checks/shape";
import { DnsRecordIpType, IpAddressType } from "../domain/addressing";
import { FlowLogDestination, FlowLogTrafficType } from "../domain/flowLogs";
import { ALL_SERVICES, EksService } from "../domain/services";
import { SubnetSelection } from "./args";

const texts = input(listOf(input(text)));

/** The form of EksEndpointSetArgs, for programs that no compiler has checked. */
export const ARGS_SHAPE: Shape = group({
    vpcId: input(text),
    subnetIds: texts,
    services: listOf(oneOf(EksService)),
    ipAddressType: oneOf(IpAddressType),
    dnsRecordIpType: oneOf(DnsRecordIpType),
    privateDnsEnabled: flag,
    subnetSelection: oneOf(SubnetSelection),
    endpointPolicy: group({
        organizationIds: texts,
        organizationPaths: texts,
        accountIds: texts,
        actions: mapOf(listOf(text), ALL_SERVICES),
    }),
    policyDocuments: mapOf(input(text), ALL_SERVICES),
    ingress: group({
        cidrBlocks: texts,
        ipv6CidrBlocks: texts,
        sourceSecurityGroupIds: texts,
        prefixListIds: texts,
    }),
    securityGroupIds: texts,
    flowLogs: group({
        enabled: flag,
        destination: oneOf(FlowLogDestination),
        destinationArn: input(text),
        forceDestroy: flag,
        existingFlowLogId: input(text),
        trafficType: oneOf(FlowLogTrafficType),
        retentionInDays: number,
        kmsKeyId: input(text),
        maxAggregationInterval: number,
        logFormat: text,
    }),
    serviceNames: mapOf(text, ALL_SERVICES),
    region: input(text),
    verify: flag,
    tags,
});

/** Arguments that have to be there. */
export const REQUIRED_ARGS: { [name: string]: Shape } = {
    vpcId: required(input(text)),
    subnetIds: required(texts),
};
