import * as path from "node:path";

import type { Subject } from "../subject";

const HUB = "organization/peering-hub/dev";
const SPOKE = "organization/peering-spoke/dev";

/** A spoke that is peered with a hub, and a zone for both by hand. */
export const peering: Subject = {
    title: "two peered networks",
    folder: path.join(__dirname, "..", "programs", "peering"),
    stacks: [
        { name: SPOKE, folder: "spoke" },
        { name: HUB, folder: "hub", config: { spokeStack: SPOKE, spokeRange: "10.1.0.0/16" } },
        {
            name: "organization/peering-route/dev",
            folder: "route",
            config: { hubStack: HUB, spokeStack: SPOKE },
        },
    ],
    clients: {
        "the hub": (outputs) => ({ vpcId: outputs[HUB]?.vpcId }),
        "a node": (outputs) => ({
            vpcId: outputs[SPOKE]?.vpcId,
            subnet: String(outputs[SPOKE]?.nodeSubnetId),
        }),
        "a build": (outputs) => ({
            vpcId: outputs[SPOKE]?.vpcId,
            subnet: String(outputs[SPOKE]?.buildSubnetId),
        }),
    },
    hosts: {
        eks: "eks.eu-west-1.amazonaws.com",
        "the endpoint": (outputs) => outputs[HUB]?.endpointName,
    },
    no: /^a build connects/,
    mutations: [
        {
            title: "the route to the hub is for one of its zones",
            file: "route/index.ts",
            replace: `destinationCidrBlock: "10.0.0.0/16"`,
            by: `destinationCidrBlock: "10.0.0.0/24"`,
            closes: /^a node connects/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the nodes' subnet keeps to the main table",
            file: "spoke/index.ts",
            replace: `new aws.ec2.RouteTableAssociation("nodes", { subnetId: nodes.id, routeTableId: routes.id });
`,
            closes: /^a node connects/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "there is no way back from the hub",
            file: "hub/index.ts",
            replace: `new aws.ec2.Route("to-spoke", {
    routeTableId: routes.id,
    destinationCidrBlock: spokeRange,
    vpcPeeringConnectionId: peering.id,
});
`,
            closes: /^a node connects/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the peering waits to be accepted",
            file: "hub/index.ts",
            replace: `    autoAccept: true,
`,
            closes: /^a node connects/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the group has forgotten the spoke",
            file: "hub/index.ts",
            replace: `cidrBlocks: [spokeRange],`,
            by: `cidrBlocks: ["10.2.0.0/16"],`,
            closes: /^a node connects/,
            because: /no rule of sg-\w+ admits 10\.1\.0\.10 on tcp 443$/,
        },
        {
            title: "the zone is not the spoke's",
            file: "hub/index.ts",
            replace: `, { vpcId: spokeVpcId }]`,
            by: `]`,
            closes: /^a .* eks$/,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
        },
        {
            title: "the record is missing",
            file: "hub/index.ts",
            replace: `new aws.route53.Record("eks", { zoneId: zone.zoneId, name: "", type: "A", aliases });
`,
            closes: /eks$/,
            because: /hosted zone Z\w+ .* has eks\S+, without an address of this type$/,
            finds: ["hosted-zones-complete"],
        },
        {
            title: "the record is of another family",
            file: "hub/index.ts",
            replace: `name: "", type: "A", aliases`,
            by: `name: "", type: "AAAA", aliases`,
            closes: /eks$/,
            because: /without an address of this type$/,
            finds: ["hosted-zones-complete"],
        },
        {
            title: "the record has another name",
            file: "hub/index.ts",
            replace: `name: "", type: "A", aliases`,
            by: `name: "api", type: "A", aliases`,
            closes: /eks$/,
            because: /without an address of this type$/,
            finds: ["hosted-zones-complete"],
        },
        {
            title: "the spoke has no DNS host names",
            file: "spoke/index.ts",
            replace: ", enableDnsHostnames: true",
            closes: /^a .* eks$/,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
        },
        {
            title: "the ranges of the two overlap",
            file: "spoke/index.ts",
            replace: `range = "10.1"`,
            by: `range = "10.0"`,
            refused: /peering/i,
        },
    ],
};
