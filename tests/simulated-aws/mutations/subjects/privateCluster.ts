import * as path from "node:path";

import type { Subject } from "../subject";

/** A cluster with private access, and an office that asks for its name and reaches it over a peering. */
export const privateCluster: Subject = {
    title: "a private cluster and an office",
    folder: path.join(__dirname, "..", "programs", "private-cluster"),
    stacks: [{ name: "cluster" }],
    clients: {
        "a node": ({ cluster }) => ({
            vpcId: cluster?.mainVpcId,
            groups: [String(cluster?.nodeGroupId)],
        }),
        "a stranger in the VPC": ({ cluster }) => ({ vpcId: cluster?.mainVpcId }),
        "the office": ({ cluster }) => ({ vpcId: cluster?.officeVpcId }),
    },
    hosts: { "the API": ({ cluster }) => cluster?.host },
    no: /^a stranger in the VPC connects/,
    mutations: [
        {
            title: "the cluster is public",
            replace: `        endpointPrivateAccess: true,
        endpointPublicAccess: false,`,
            by: `        endpointPublicAccess: true,`,
            closes: /./,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
            finds: ["cluster-private-access"],
        },
        {
            title: "the admins' group admits nobody",
            replace: `    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.9.0.0/16"] }],
`,
            closes: /^the office connects/,
            because: /no rule of sg-\w+, sg-\w+ admits 10\.9\.0\.10 on tcp 443$/,
        },
        {
            title: "the admins' group admits all of the network",
            replace: `cidrBlocks: ["10.9.0.0/16"] }],
});
const cluster`,
            by: `cidrBlocks: ["10.0.0.0/8"] }],
});
const cluster`,
            opens: /./,
        },
        {
            title: "the cluster has no further group",
            replace: `        securityGroupIds: [admins.id],
`,
            closes: /^the office connects/,
            because: /no rule of sg-\w+ admits 10\.9\.0\.10 on tcp 443$/,
        },
        {
            title: "the rule asks nobody's addresses",
            replace: `targetIps: inbound.ipAddresses.apply((all) => all.map(({ ip }) => ({ ip }))),`,
            by: `targetIps: [{ ip: "10.0.0.54" }],`,
            closes: /^the office/,
            because:
                /no interface at 10\.0\.0\.54 that can be reached, so what answers there is not known$/,
        },
        {
            title: "the resolver's group takes TCP alone",
            replace: `ingress: [{ protocol: "udp"`,
            by: `ingress: [{ protocol: "tcp"`,
            closes: /^the office/,
            because: /no rule of sg-\w+ admits 10\.9\.\d\.\d on udp 53$/,
        },
        {
            title: "the asking resolver lets nothing out",
            replace: `    egress: [{ protocol: "udp", fromPort: 53, toPort: 53, cidrBlocks: ["10.0.0.0/16"] }],
`,
            by: `    egress: [],
`,
            closes: /^the office/,
            because: /no egress rule of sg-\w+ lets udp 53 out to 10\.0\.\d\.53$/,
        },
        {
            title: "there is no route to the cluster",
            replace: `new aws.ec2.Route("to-cluster", {
    routeTableId: office.vpc.mainRouteTableId,
    destinationCidrBlock: main.vpc.cidrBlock,
    vpcPeeringConnectionId: peering.id,
});
`,
            closes: /^the office/,
            because:
                /no interface at 10\.0\.\d\.53 that can be reached, so what answers there is not known$/,
        },
        {
            title: "the cluster's VPC has no DNS",
            replace: `        enableDnsHostnames: true,
`,
            by: `        enableDnsHostnames: true,
        enableDnsSupport: false,
`,
            closes: /./,
            because: /enableDnsSupport of vpc-\w+ is off, so its resolver does not answer$/,
        },
    ],
};
