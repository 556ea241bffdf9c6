import type { EksEndpointShareArgs } from "../../../sdk/index";
import { offering } from "../connection";
import { REGION, type Table } from "./table";

const UNIT = "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111";

/** Every argument of EksEndpointShare. */
export const endpointShare: Table<EksEndpointShareArgs> = {
    component: "EksEndpointShare",
    file: "tests/support/arguments/endpointShare.ts",
    name: "hub",
    combinations: [
        {
            title: "hosted zones for VPCs of its own account and of another",
            args: () => ({
                connection: offering(["eks", "eks-auth"], "dualstack"),
                services: ["eks", "eks-auth"],
                ipAddressType: "dualstack",
                consumers: {
                    own: { vpcId: "vpc-0000000b" },
                    orders: {
                        vpcId: "vpc-0000000c",
                        accountId: "444455556666",
                        region: "eu-west-1",
                    },
                },
                tags: { team: "platform" },
            }),
            arrives: () => ({
                connection: ["hub-eks-a.aliases.0.name", /^vpce-1.*\.vpce\.amazonaws\.com$/],
                services: ["hub-oidc-eks", undefined],
                ipAddressType: ["hub-eks-aaaa.type", "AAAA"],
                "consumers.*.vpcId": ["hub-own/eks.vpcId", "vpc-0000000b"],
                "consumers.*.accountId": [
                    "hub-orders/eks.resourceType",
                    "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization",
                ],
                "consumers.*.region": ["hub-orders/eks.vpcRegion", "eu-west-1"],
                tags: ["hub-eks.tags.team", "platform"],
            }),
        },
        {
            title: "a profile for part of the organisation, in a named region",
            args: () => ({
                connection: offering(),
                method: "profile",
                principals: [UNIT],
                region: REGION,
            }),
            arrives: () => ({
                method: ["hub-profile/eks.name", "eks"],
                principals: ["hub-profile-share/ou-ab12-11111111.principal", UNIT],
                region: ["hub-profile.region", REGION],
            }),
        },
    ],
};
