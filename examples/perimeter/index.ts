import { Config } from "@pulumi/pulumi";
import { DnsRecordIpType, EksEndpointSet, IpAddressType } from "eks-privatelink";

const config = new Config();

const endpoints = new EksEndpointSet("eks", {
    vpcId: config.require("vpcId"),
    subnetIds: config.requireObject<string[]>("subnetIds"),
    ipAddressType: IpAddressType.Dualstack,
    dnsRecordIpType: DnsRecordIpType.Dualstack,
    endpointPolicy: { organizationIds: [config.require("organizationId")] },
});

export const { hostNames, addresses } = endpoints;
