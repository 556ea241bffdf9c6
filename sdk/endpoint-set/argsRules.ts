import { defineArgs } from "../checks/defineArgs";
import {
    flag,
    group,
    input,
    listOf,
    mapOf,
    number,
    oneOf,
    required,
    tags,
    text,
} from "../checks/shape";
import { checkKnownRegion, checkKnownVpcId, checkServices } from "../component/commonArgs";
import { checkAddressing, DnsRecordIpType, IpAddressType } from "../domain/addressing";
import { FlowLogDestination, FlowLogTrafficType } from "../domain/flowLogs";
import { ALL_SERVICES, EksService } from "../domain/services";
import {
    type EksEndpointSetArgs,
    type EndpointIngress,
    type EndpointPolicy,
    type FlowLogs,
    SubnetSelection,
} from "./args";
import { checkPerimeterArgs, checkServicePolicies } from "./checkEndpointPolicies";
import { checkFlowLogs } from "./checkFlowLogs";
import { checkClients } from "./checkIngress";
import { checkName } from "./checkName";
import { checkServiceNames } from "./checkServiceNames";
import { checkSelection, checkSubnetIds } from "./checkSubnets";
import { applyDefaults, type ResolvedArgs } from "./defaults";

const texts = input(listOf(input(text)));

/** The arguments of EksEndpointSet. */
export const setArgs = defineArgs<EksEndpointSetArgs, ResolvedArgs>("EksEndpointSet", {
    shape: group<EksEndpointSetArgs>({
        vpcId: required(input(text), "the ID of the VPC"),
        subnetIds: required(texts, "the IDs of the subnets, one per zone"),
        services: listOf(oneOf(EksService)),
        ipAddressType: oneOf(IpAddressType),
        dnsRecordIpType: oneOf(DnsRecordIpType),
        privateDnsEnabled: flag,
        subnetSelection: oneOf(SubnetSelection),
        endpointPolicy: group<EndpointPolicy>({
            organizationIds: texts,
            organizationPaths: texts,
            accountIds: texts,
            actions: mapOf(listOf(text), ALL_SERVICES),
        }),
        policyDocuments: mapOf(input(text), ALL_SERVICES),
        ingress: group<EndpointIngress>({
            cidrBlocks: texts,
            ipv6CidrBlocks: texts,
            sourceSecurityGroupIds: texts,
            prefixListIds: texts,
        }),
        securityGroupIds: texts,
        flowLogs: group<FlowLogs>({
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
    }),
    applyDefaults,
    checkName: { reads: ["flowLogs", "securityGroupIds"], check: checkName },
    checks: [
        { reads: ["vpcId"], check: checkKnownVpcId },
        { reads: ["services"], check: checkServices },
        { reads: ["subnetIds"], check: checkSubnetIds },
        {
            reads: ["ipAddressType", "dnsRecordIpType"],
            check: (args) => checkAddressing(args.ipAddressType, args.dnsRecordIpType),
        },
        { reads: ["subnetSelection", "verify", "region"], check: checkSelection },
        { reads: ["endpointPolicy"], check: checkPerimeterArgs },
        { reads: ["endpointPolicy", "policyDocuments", "services"], check: checkServicePolicies },
        { reads: ["ingress", "securityGroupIds", "ipAddressType", "verify"], check: checkClients },
        { reads: ["flowLogs"], check: ({ flowLogs }) => checkFlowLogs(flowLogs) },
        { reads: ["serviceNames", "services"], check: checkServiceNames },
        { reads: ["region"], check: checkKnownRegion },
    ],
});
