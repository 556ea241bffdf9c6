import * as aws from "@pulumi/aws";
import { Config } from "@pulumi/pulumi";
import { EksEndpointSet, EksInboundDns } from "eks-privatelink";

const config = new Config();

const vpc = new aws.ec2.Vpc("network", {
    cidrBlock: "10.20.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
});

const zones = aws.getAvailabilityZonesOutput({ state: "available" });

const subnetIds = [0, 1].map(
    (i) =>
        new aws.ec2.Subnet(`private-${i}`, {
            vpcId: vpc.id,
            availabilityZone: zones.names[i],
            cidrBlock: `10.20.${i}.0/24`,
        }).id,
);

const endpoints = new EksEndpointSet("eks", {
    vpcId: vpc.id,
    subnetIds,
    ingress: {
        cidrBlocks: [vpc.cidrBlock, ...config.requireObject<string[]>("clientCidrBlocks")],
    },
});

const dns = new EksInboundDns("eks-dns", {
    vpcId: vpc.id,
    subnetIds,
    connection: endpoints.connection,
    ingress: { cidrBlocks: config.requireObject<string[]>("dnsServerCidrBlocks") },
});

export const { hostNames } = endpoints;
export const { addresses, forwarders } = dns;
