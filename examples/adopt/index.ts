import { Config } from "@pulumi/pulumi";
import { EksEndpointSet } from "eks-privatelink";

const config = new Config();

const endpoints = new EksEndpointSet("eks", {
    vpcId: config.require("vpcId"),
    subnetIds: config.requireObject<string[]>("subnetIds"),
});

export const { endpointIds, hostNames } = endpoints;
