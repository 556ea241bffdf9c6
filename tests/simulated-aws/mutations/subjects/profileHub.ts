import * as path from "node:path";

import type { Subject } from "../subject";

const HUB = "organization/profile-hub/prod";
const SPOKE = "organization/profile-spoke/prod";
const SPOKE_ACCOUNT = "222222222222";

/** A hub and a spoke in two accounts: names by a Route 53 Profile, packets over a transit gateway, both shared by RAM. */
export const profileHub: Subject = {
    title: "a hub that shares a profile",
    folder: path.join(__dirname, "..", "programs", "profile-hub"),
    stacks: [
        {
            name: HUB,
            folder: "hub",
            account: "111111111111",
            config: { spokeAccount: SPOKE_ACCOUNT },
        },
        { name: SPOKE, folder: "spoke", account: SPOKE_ACCOUNT, config: { hubStack: HUB } },
    ],
    clients: {
        "the hub": (outputs) => ({ vpcId: outputs[HUB]?.vpcId }),
        "the spoke": (outputs) => ({ vpcId: outputs[SPOKE]?.vpcId }),
    },
    hosts: { eks: "eks.eu-west-1.amazonaws.com" },
    mutations: [
        {
            title: "the profile is empty",
            file: "hub/index.ts",
            replace: `new aws.route53.ProfilesResourceAssociation("eks", {
    profileId: profile.id,
    resourceArn: endpoint.arn,
});
`,
            closes: /^the spoke/,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
        },
        {
            title: "the profile is not shared",
            file: "hub/index.ts",
            replace: `new aws.ram.PrincipalAssociation("spoke", {
    principal: spokeAccount,
    resourceShareArn: share.arn,
});
`,
            refused: /AssociateProfile, api error ResourceNotFoundException/,
        },
        {
            title: "the share is for the organisation alone",
            file: "hub/index.ts",
            replace: `    allowExternalPrincipals: true,
    permissionArns`,
            by: `    allowExternalPrincipals: false,
    permissionArns`,
            refused:
                /OperationNotPermittedException: .* can only be shared within your AWS Organization/,
        },
        {
            title: "the gateway is not shared",
            file: "hub/index.ts",
            replace: `new aws.ram.PrincipalAssociation("core", {
    principal: spokeAccount,
    resourceShareArn: gatewayShare.arn,
});
`,
            refused: /InvalidTransitGatewayID\.NotFound/,
        },
        {
            title: "the hub waits to accept attachments",
            file: "hub/index.ts",
            replace: `
    autoAcceptSharedAttachments: "enable",
`,
            closes: /^the spoke connects/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the hub's group admits the hub alone",
            file: "hub/index.ts",
            replace: `cidrIpv4: "10.0.0.0/8"`,
            by: `cidrIpv4: "10.0.0.0/16"`,
            closes: /^the spoke connects/,
            because: /no rule of sg-\w+ admits 10\.1\.0\.10 on tcp 443$/,
        },
        {
            title: "the hub has no way back",
            file: "hub/index.ts",
            replace: `    destinationCidrBlock: "10.0.0.0/8",
    transitGatewayId`,
            by: `    destinationCidrBlock: "10.8.0.0/16",
    transitGatewayId`,
            closes: /^the spoke connects/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
        {
            title: "the spoke does not use the profile",
            file: "spoke/index.ts",
            replace: `new aws.route53.ProfilesAssociation("names", {
    name: "names-of-the-hub",
    profileId: hub.requireOutput("profileId"),
    resourceId: vpc.id,
});
`,
            closes: /^the spoke/,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
        },
        {
            title: "the spoke has no route to the hub",
            file: "spoke/index.ts",
            replace: `destinationCidrBlock: "10.0.0.0/16"`,
            by: `destinationCidrBlock: "10.2.0.0/16"`,
            closes: /^the spoke connects/,
            because: /no interface that vpc-\w+ reaches has the address 10\.\d\.\d\.\d$/,
        },
    ],
};
