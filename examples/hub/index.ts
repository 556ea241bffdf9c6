import { Config } from "@pulumi/pulumi";
import {
    EksEndpointSet,
    EksEndpointShare,
    type ShareConsumer,
    type ShareMethod,
} from "eks-privatelink";

const config = new Config();

const endpoints = new EksEndpointSet("eks", {
    vpcId: config.require("vpcId"),
    subnetIds: config.requireObject<string[]>("subnetIds"),
    // Private DNS works in this VPC only; the zones of the share work in all.
    privateDnsEnabled: false,
    ingress: { cidrBlocks: config.requireObject<string[]>("clientCidrBlocks") },
    endpointPolicy: { organizationIds: [config.require("organizationId")] },
});

const share = new EksEndpointShare("share", {
    connection: endpoints.connection,
    consumers: config.getObject<{ [name: string]: ShareConsumer }>("consumers"),
    method: config.get<ShareMethod>("method"),
    principals: config.getObject<string[]>("principals"),
});

export const { connection } = share;
export const { monthlyCostUsd } = endpoints;
