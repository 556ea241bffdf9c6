import { Config, StackReference } from "@pulumi/pulumi";
import { EksEndpointConsumer, type ShareMethod } from "eks-privatelink";

const config = new Config();
const hub = new StackReference(config.require("hubStack"));

const consumer = new EksEndpointConsumer("eks", {
    connection: hub.getOutput("connection"),
    vpcId: config.require("vpcId"),
    method: config.get<ShareMethod>("method"),
});

export const { hostNames, clientEnvironment } = consumer;
