import * as path from "node:path";

import type { Subject } from "../subject";

/** Spokes that reach the endpoints of a hub over a transit gateway, and not each other. */
export const transitHub: Subject = {
    title: "a hub on a transit gateway",
    folder: path.join(__dirname, "..", "programs", "transit-hub"),
    stacks: [{ name: "core" }],
    clients: {
        "the hub": ({ core }) => ({ vpcId: core?.hubVpcId }),
        dev: ({ core }) => ({ vpcId: core?.devVpcId }),
        prod: ({ core }) => ({ vpcId: core?.prodVpcId }),
    },
    hosts: {
        eks: "eks.eu-west-1.amazonaws.com",
        "eks-auth": "eks-auth.eu-west-1.api.aws",
        "the service of prod": ({ core }) => core?.prodService,
    },
    no: /^dev connects to the service of prod$/,
    mutations: [
        {
            title: "the hub does not hear of the spokes",
            replace: `    new aws.ec2transitgateway.RouteTablePropagation(name, {
        transitGatewayAttachmentId: attachment.id,
        transitGatewayRouteTableId: tableOfHub.id,
    });
`,
            closes: /^the hub connects to the service|^(dev|prod) connects to eks/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the spokes hear of each other",
            replace: `        transitGatewayRouteTableId: tableOfHub.id,
    });
}`,
            by: `        transitGatewayRouteTableId: tableOfHub.id,
    });
    new aws.ec2transitgateway.RouteTablePropagation(\`\${name}-to-spokes\`, {
        transitGatewayAttachmentId: attachment.id,
        transitGatewayRouteTableId: tableOfSpokes.id,
    });
}`,
            opens: /^dev connects to the service of prod$/,
        },
        {
            title: "the spokes use no table of the gateway",
            replace: `    new aws.ec2transitgateway.RouteTableAssociation(name, {
        transitGatewayAttachmentId: attachment.id,
        transitGatewayRouteTableId: tableOfSpokes.id,
    });
`,
            closes: /^the hub connects to the service|^(dev|prod) connects to eks/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the route to the hub is a black hole",
            replace: `    destinationCidrBlock: "10.0.0.0/16",
    transitGatewayAttachmentId: hub.attachment.id,
`,
            by: `    destinationCidrBlock: "10.0.0.0/16",
    blackhole: true,
`,
            closes: /^the hub connects to the service|^(dev|prod) connects to eks/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the route to the hub is for one of its zones",
            replace: `    destinationCidrBlock: "10.0.0.0/16",`,
            by: `    destinationCidrBlock: "10.0.0.0/24",`,
            closes: /^(dev|prod) connects to eks/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the VPCs send the wrong range to the gateway",
            replace: `        destinationCidrBlock: "10.0.0.0/8",`,
            by: `        destinationCidrBlock: "10.1.0.0/16",`,
            closes: /^the hub connects to the service|^(dev|prod) connects to eks/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the prefix list has forgotten a spoke",
            replace: `        { cidr: "10.2.0.0/16", description: "prod" },
`,
            closes: /^prod connects to eks/,
            because: /no rule of sg-\w+ admits 10\.2\.0\.10 on tcp 443$/,
        },
        {
            title: "a spoke is not among the zones' VPCs",
            replace: `[hub, spokes.dev, spokes.prod].map`,
            by: `[hub, spokes.dev].map`,
            closes: /^prod .* eks/,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
            finds: ["shadowed-hosts-resolvable"],
        },
        {
            title: "a zone has a name that is not the service's",
            replace: `eks-auth.\${region}.api.aws`,
            by: `eks-auth.\${region}.amazonaws.com`,
            closes: /eks-auth$/,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
            finds: ["private-dns-enabled"],
        },
        {
            title: "the hub uses no table of the gateway",
            replace: `new aws.ec2transitgateway.RouteTableAssociation("hub", {
    transitGatewayAttachmentId: hub.attachment.id,
    transitGatewayRouteTableId: tableOfHub.id,
});
`,
            closes: /^the hub connects to the service|^(dev|prod) connects to eks/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
    ],
};
