import type { Joining } from "../../sdk/consumer/verify/joining";
import type { EksEndpointConnection } from "../../sdk/index";
import { connection } from "./connection";

/** Account and VPC of a spoke that the connection of a hub admits. */
export const SPOKE = { vpcId: "vpc-05", accountId: "222233334444" };

/** What the checks of a consumer know of a spoke with which nothing is wrong, with some of it changed. */
export function joining(
    changes: Partial<Joining> = {},
    ofConnection: Partial<EksEndpointConnection> = {},
): Joining {
    return {
        args: { services: ["eks", "eks-auth", "oidc-eks"], method: "hostedZones" },
        connection: spokeConnection(ofConnection),
        hub: "stack acme/network/hub",
        caller: { accountId: SPOKE.accountId, region: "eu-central-1", partition: "aws" },
        vpcId: SPOKE.vpcId,
        vpc: {
            kind: "found",
            found: {
                vpcId: SPOKE.vpcId,
                cidrBlocks: ["10.30.0.0/16"],
                ipv6CidrBlocks: [],
                enableDnsHostnames: true,
                enableDnsSupport: true,
            },
        },
        ...changes,
    };
}

/** A connection whose hub admits the spoke, with some fields changed. */
export function spokeConnection(
    changes: Partial<EksEndpointConnection> = {},
): EksEndpointConnection {
    return connection({
        consumers: { spoke: { ...SPOKE, region: "eu-central-1" } },
        perimeter: {
            organizationIds: [],
            organizationPaths: [],
            accountIds: ["111122223333", SPOKE.accountId],
        },
        ...changes,
    });
}
