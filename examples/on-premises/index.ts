import { Config } from "@pulumi/pulumi";
import { EksEndpointSet, EksInboundDns } from "eks-privatelink";

const config = new Config();
const vpcId = config.require("vpcId");
const subnetIds = config.requireObject<string[]>("subnetIds");

const endpoints = new EksEndpointSet("eks", {
    vpcId,
    subnetIds,
    ingress: { cidrBlocks: config.requireObject<string[]>("clientCidrBlocks") },
});

const dns = new EksInboundDns("eks-dns", {
    vpcId,
    subnetIds,
    connection: endpoints.connection,
    ingress: { cidrBlocks: config.requireObject<string[]>("dnsServerCidrBlocks") },
});

export const { hostNames } = endpoints;
export const { addresses, forwarders } = dns;
