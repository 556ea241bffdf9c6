const { Config } = require("@pulumi/pulumi");
const { EksEndpointSet } = require("eks-privatelink");

const config = new Config();

const endpoints = new EksEndpointSet("eks", {
    vpcId: config.require("vpcId"),
    subnetIds: config.requireObject("subnetIds"),
});

exports.endpointIds = endpoints.endpointIds;
