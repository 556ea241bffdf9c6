import assert from "node:assert/strict";

import { inputsOf } from "../../support/deploySet";
import { deploy, namesOf, ORDERS } from "./deployShare";

describe("EksEndpointShare with a profile", () => {
    it("adds these children with a profile, and names none of the others anew", async () => {
        const args = { services: ["eks-auth" as const], consumers: { orders: ORDERS } };
        const before = namesOf((await deploy(args)).registrations);
        const organization = "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5";
        const { registrations } = await deploy({
            ...args,
            method: "profile",
            principals: ["444455556666", organization],
        });
        const names = namesOf(registrations);
        assert.deepEqual(
            names.filter((name) => !before.includes(name)),
            [
                "aws:ram/principalAssociation:PrincipalAssociation hub-profile-share/444455556666",
                "aws:ram/principalAssociation:PrincipalAssociation hub-profile-share/o-a1b2c3d4e5",
                "aws:ram/resourceAssociation:ResourceAssociation hub-profile-share",
                "aws:ram/resourceShare:ResourceShare hub-profile-share",
                "aws:ram/resourceShareAssociationsExclusive:ResourceShareAssociationsExclusive hub-profile-share",
                "aws:route53/profilesProfile:ProfilesProfile hub-profile",
                "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation hub-profile/eks-auth-dual-stack",
            ],
        );
        assert.deepEqual(
            before.filter((name) => !names.includes(name)),
            [],
        );
    });

    it("shares a profile inside the organisation only, for association only", async () => {
        const { registrations } = await deploy({
            method: "profile",
            consumers: { orders: ORDERS },
        });
        assert.deepEqual(inputsOf(registrations, "aws:ram/resourceShare:ResourceShare"), {
            "hub-profile-share": {
                allowExternalPrincipals: false,
                permissionArns: [
                    "arn:aws:ram::aws:permission/AWSRAMPermissionRoute53ProfileAllowAssociation",
                ],
                tags: { "eks-privatelink": "organization/project/stack/EksEndpointShare/hub" },
            },
        });
    });

    it("shares a profile with nobody else where only the hub's own account has consumers", async () => {
        const { registrations } = await deploy({
            method: "profile",
            consumers: { own: { vpcId: "vpc-0c" } },
        });
        assert.deepEqual(
            registrations.filter(({ type }) => type.startsWith("aws:ram/")),
            [],
        );
    });
});
