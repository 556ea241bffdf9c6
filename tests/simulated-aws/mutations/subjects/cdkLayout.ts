import * as path from "node:path";

import type { Outputs, Subject } from "../subject";

const FILE = { network: "lib/network-stack.ts", endpoints: "lib/endpoints-stack.ts" };

const at =
    (zone: number) =>
    ({ app }: Outputs) => ({
        vpcId: app?.vpcId,
        subnet: (app?.isolatedSubnetIds as string[])[zone],
    });

/** Components as CDK cuts them: an app, a stack of the network, a stack of endpoints with a group each. */
export const cdkLayout: Subject = {
    title: "the layout of CDK",
    folder: path.join(__dirname, "..", "programs", "cdk-layout"),
    stacks: [{ name: "app" }],
    clients: { "a pod": at(0), "a pod of the other zone": at(1) },
    hosts: {
        eks: "eks.eu-west-1.amazonaws.com",
        "eks-auth": "eks-auth.eu-west-1.api.aws",
        ecr: "api.ecr.eu-west-1.amazonaws.com",
    },
    mutations: [
        {
            title: "the groups admit one zone alone",
            file: FILE.endpoints,
            replace: "cidrBlocks: [vpc.cidrBlock]",
            by: "cidrBlocks: [subnets[0]!.cidrBlock as pulumi.Output<string>]",
            closes: /^a pod of the other zone connects/,
            because: /no rule of sg-\w+ admits 10\.20\.64\.10 on tcp 443$/,
        },
        {
            title: "the groups admit UDP",
            file: FILE.endpoints,
            replace: `protocol: "tcp"`,
            by: `protocol: "udp"`,
            closes: /connects/,
            because: /no rule of sg-\w+ admits 10\.20\.\d+\.10 on tcp 443$/,
            finds: [
                "endpoint-egress-empty",
                "endpoint-ingress-https-only",
                "endpoint-ingress-matches-ip-type",
            ],
        },
        {
            title: "the endpoints leave the names public",
            file: FILE.endpoints,
            replace: `                    privateDnsEnabled: true,
`,
            closes: /./,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
            finds: ["private-dns-enabled"],
        },
        {
            title: "one service is missing",
            file: "app/app.ts",
            replace: `"eks-auth", `,
            closes: /eks-auth$/,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
        },
        {
            title: "the endpoints are of another region",
            file: FILE.endpoints,
            replace: "com.amazonaws.${region}.${service}",
            by: "com.amazonaws.eu-central-1.${service}",
            refused: /InvalidServiceName: .* 'com\.amazonaws\.eu-central-1\.\S+' does not exist/,
            finds: ["service-available", "shadowed-hosts-resolvable"],
        },
        {
            title: "the subnets overlap",
            file: FILE.network,
            replace: "`${i * 64}.0/18`",
            by: "`${i * 64}.0/${17 + i}`",
            refused: /InvalidSubnet\.Conflict/,
        },
        {
            title: "the VPC has no DNS host names",
            file: FILE.network,
            replace: "enableDnsHostnames: true, ",
            refused: /InvalidParameter: Enabling private DNS requires both enableDnsSupport and/,
            finds: ["vpc-dns-attributes"],
        },
    ],
};
