const { Config } = require("@pulumi/pulumi");
const { EksEndpointSet, EksEndpointShare } = require("eks-privatelink");

// A hub that shares its endpoints with as many spokes as it takes, each in an account of its own.

const config = new Config();
const spokes = Array.from({ length: config.requireNumber("count") }, (_, i) => i);

const endpoints = new EksEndpointSet("eks", {
    vpcId: config.require("vpcId"),
    subnetIds: config.requireObject("subnetIds"),
    privateDnsEnabled: false,
    ingress: { cidrBlocks: ["10.0.0.0/8"] },
});

const share = new EksEndpointShare("share", {
    connection: endpoints.connection,
    consumers: Object.fromEntries(
        spokes.map((i) => {
            const vpcId = `vpc-${i.toString(16).padStart(17, "0")}`;
            return [`spoke-${i}`, { vpcId, accountId: String(222200000000 + i) }];
        }),
    ),
});

exports.connection = share.connection;
