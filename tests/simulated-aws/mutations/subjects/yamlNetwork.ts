import * as path from "node:path";

import type { Subject } from "../subject";

/** An endpoint and clients that are peered with it, in YAML: for the engine. */
export const yamlNetwork: Subject = {
    title: "networks in YAML",
    folder: path.join(__dirname, "..", "programs", "yaml-network"),
    stacks: [{ name: "dev" }],
    clients: {
        "a client": ({ dev }) => ({ vpcId: dev?.clientVpcId }),
        "the endpoint's VPC": ({ dev }) => ({ vpcId: dev?.mainVpcId }),
    },
    hosts: { eks: "eks.eu-west-1.amazonaws.com" },
    no: /^the endpoint's VPC connects/,
    mutations: [
        {
            title: "there is no way back to the clients",
            file: "Pulumi.yaml",
            replace: `      routeTableId: \${main.mainRouteTableId}
      destinationCidrBlock: 10.61.0.0/16`,
            by: `      routeTableId: \${main.mainRouteTableId}
      destinationCidrBlock: 10.62.0.0/16`,
            closes: /^a client connects/,
            because: /no interface that vpc-\w+ reaches has the address 10\.60\.0\.\d$/,
        },
        {
            title: "the zone is not the clients'",
            file: "Pulumi.yaml",
            replace: `, { vpcId: "\${clients.id}" }]`,
            by: "]",
            closes: /^a client/,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
            finds: ["shadowed-hosts-resolvable"],
        },
        {
            title: "the record is of a name below",
            file: "Pulumi.yaml",
            replace: `      name: eks.eu-west-1.amazonaws.com
      type: A`,
            by: `      name: api.eks.eu-west-1.amazonaws.com
      type: A`,
            closes: /./,
            because: /without an address of this type$/,
            finds: ["hosted-zones-complete"],
        },
    ],
};
