import * as path from "node:path";

import type { Outputs, Subject } from "../subject";

const at =
    (zone: number) =>
    ({ network }: Outputs) => ({
        vpcId: network?.vpcId,
        subnet: (network?.nodeSubnetIds as string[])[zone],
    });

/** The network of `awsx.classic`, which is made of plain resources in the program itself. */
export const awsxNetwork: Subject = {
    title: "a network of awsx",
    folder: path.join(__dirname, "..", "programs", "awsx-network"),
    stacks: [{ name: "network" }],
    clients: { "a node": at(0), "a node of the other zone": at(1) },
    hosts: { eks: "eks.eu-west-1.amazonaws.com", "eks-auth": "eks-auth.eu-west-1.api.aws" },
    mutations: [
        {
            title: "the group admits a range that is not the network's",
            replace: `cidrBlocks: ["10.40.0.0/16"]`,
            by: `cidrBlocks: ["10.4.0.0/16"]`,
            closes: /connects/,
            because: /no rule of sg-\w+ admits 10\.40\.\d+\.10 on tcp 443$/,
        },
        {
            title: "the network has another range than the group thinks",
            replace: `    cidrBlock: "10.40.0.0/16",
    numberOf`,
            by: `    cidrBlock: "10.41.0.0/16",
    numberOf`,
            closes: /connects/,
            because: /no rule of sg-\w+ admits 10\.41\.\d+\.10 on tcp 443$/,
        },
        {
            title: "the endpoints have the default group",
            replace: `        securityGroupIds: [group.id],
`,
            closes: /connects/,
            because: /no rule of sg-\w+ admits 10\.40\.\d+\.10 on tcp 443$/,
            finds: ["endpoint-security-group-required"],
        },
        {
            title: "the network has no DNS host names",
            replace: `    numberOfNatGateways: 0,
`,
            by: `    numberOfNatGateways: 0,
    enableDnsHostnames: false,
`,
            refused: /InvalidParameter: Enabling private DNS requires both enableDnsSupport and/,
            finds: ["vpc-dns-attributes"],
        },
    ],
};
