import type { EksEndpointConnection, EksEndpointConsumerArgs } from "../../../sdk/index";
import { SPOKE, spokeConnection } from "../joining";
import { REGION, type Table } from "./table";

/** No lookup finds it. */
const UNSEEN = "vpc-0123456789abcdef0";

/** Every argument of EksEndpointConsumer. */
export const endpointConsumer: Table<EksEndpointConsumerArgs> = {
    component: "EksEndpointConsumer",
    file: "tests/support/arguments/endpointConsumer.ts",
    name: "spoke",
    account: SPOKE.accountId,
    combinations: [
        {
            title: "hosted zones of two services, without look-ups",
            args: () => ({
                connection: sharedWith(UNSEEN),
                vpcId: UNSEEN,
                services: ["eks", "oidc-eks"],
                verify: false,
            }),
            arrives: () => ({
                connection: ["spoke-eks.zoneId", "Z01"],
                services: ["spoke-eks-auth-dual-stack", undefined],
                verify: ["spoke-eks.vpcId", UNSEEN],
            }),
        },
        {
            title: "a profile in a named region",
            args: ({ vpcId }) => ({
                connection: sharedWith(vpcId, { profileId: "rp-1", principals: [SPOKE.accountId] }),
                vpcId,
                method: "profile",
                region: REGION,
                tags: { team: "apps" },
            }),
            arrives: ({ vpcId }) => ({
                vpcId: ["spoke-profile.resourceId", vpcId],
                method: ["spoke-profile.profileId", "rp-1"],
                region: ["spoke-profile.region", REGION],
                tags: ["spoke-profile.tags.team", "apps"],
            }),
        },
    ],
};

/** What a hub shares with a VPC of the account. */
function sharedWith(vpcId: string, changes: Partial<EksEndpointConnection> = {}) {
    return spokeConnection({
        consumers: { spoke: { ...SPOKE, vpcId, region: REGION } },
        ...changes,
    });
}
