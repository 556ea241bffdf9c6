import * as path from "node:path";

import type { Subject } from "../subject";

const HUB = "organization/hub/prod";
const HUB_ACCOUNT = "111111111111";
const SPOKE_ACCOUNT = "222222222222";
const ORGANIZATION = "o-exampleorgid";

const as = (organization: string) => ({
    principal: `arn:aws:iam::${SPOKE_ACCOUNT}:role/node`,
    action: "eks:DescribeCluster",
    resource: `arn:aws:eks:eu-west-1:${SPOKE_ACCOUNT}:cluster/prod`,
    context: { "aws:PrincipalOrgID": organization, "aws:ResourceOrgID": organization },
});

const FILE = { hub: "examples/hub/index.ts", spoke: "examples/spoke/index.ts" };

/** The examples of a hub and a spoke as they stand, in networks that are peered. */
export const componentHub: Subject = {
    title: "the examples of a hub and a spoke",
    folder: path.join(__dirname, "..", "..", "..", ".."),
    world: {
        accounts: {
            [HUB_ACCOUNT]: { organizationId: ORGANIZATION },
            [SPOKE_ACCOUNT]: { organizationId: ORGANIZATION },
        },
    },
    stacks: [
        {
            name: "networks",
            folder: "tests/simulated-aws/mutations/programs/peered-networks",
            account: HUB_ACCOUNT,
            config: { spokeAccount: SPOKE_ACCOUNT },
        },
        {
            name: HUB,
            folder: "examples/hub",
            account: HUB_ACCOUNT,
            config: ({ networks }) => ({
                vpcId: networks?.hubVpcId,
                subnetIds: networks?.hubSubnetIds,
                clientCidrBlocks: ["10.1.0.0/16"],
                organizationId: ORGANIZATION,
                consumers: { spoke: { vpcId: networks?.spokeVpcId, accountId: SPOKE_ACCOUNT } },
            }),
        },
        {
            name: "organization/spoke/prod",
            folder: "examples/spoke",
            account: SPOKE_ACCOUNT,
            config: ({ networks }) => ({ vpcId: networks?.spokeVpcId, hubStack: HUB }),
        },
    ],
    clients: {
        "the hub": ({ networks }) => ({ vpcId: networks?.hubVpcId }),
        "the spoke": ({ networks }) => ({ vpcId: networks?.spokeVpcId }),
    },
    hosts: {
        eks: "eks.eu-west-1.amazonaws.com",
        "eks-auth": "eks-auth.eu-west-1.api.aws",
        "an issuer": "oidc-eks.eu-west-1.api.aws",
    },
    calls: { "its cluster": as(ORGANIZATION), "a stranger's cluster": as("o-someoneelse") },
    no: /^the hub (connects|calls)|a stranger's cluster$/,
    mutations: [
        {
            title: "the hub admits its own network alone",
            file: FILE.hub,
            replace: `    ingress: { cidrBlocks: config.requireObject<string[]>("clientCidrBlocks") },
`,
            refused:
                /10\.1\.0\.0\/16 of VPC vpc-\w+ is not admitted by the endpoints' security group/,
        },
        {
            title: "the hub's policy is for its own account",
            file: FILE.hub,
            replace: `    endpointPolicy: { organizationIds: [config.require("organizationId")] },
`,
            refused:
                /the endpoint policies do not let account 222222222222 through, only 111111111111/,
        },
        {
            title: "the hub's policy is for another organisation",
            file: FILE.hub,
            replace: `[config.require("organizationId")]`,
            by: `["o-someoneelse"]`,
            refused:
                /the endpoint policies do not let account 222222222222 of organisation \S+ through/,
        },
        {
            title: "the hub has one service alone",
            file: FILE.hub,
            replace: `    privateDnsEnabled: false,
`,
            by: `    privateDnsEnabled: false,
    services: ["eks"] as never,
`,
            refused: /the connection has no endpoint for eks-auth, only for eks/,
        },
        {
            title: "the hub has forgotten the spoke",
            file: FILE.hub,
            replace: `    consumers: config.getObject<{ [name: string]: ShareConsumer }>("consumers"),
`,
            refused: /VPC vpc-\w+ of account 222222222222 is not among them \(none\)/,
        },
        {
            title: "the spoke joins another VPC",
            file: FILE.spoke,
            replace: `vpcId: config.require("vpcId")`,
            by: `vpcId: "vpc-00000000000000000"`,
            refused: /AWS finds no such VPC here/,
        },
    ],
};
