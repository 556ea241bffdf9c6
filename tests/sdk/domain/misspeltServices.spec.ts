import assert from "node:assert/strict";

import { ALL_SERVICES, findMeantName } from "../../../sdk/domain";

const PREFIX = "com.amazonaws.eu-central-1.";

describe("findMeantName", () => {
    for (const [word, meant] of [
        ["eksauth", "eks-auth"],
        ["eks_auth", "eks-auth"],
        ["eks.auth", "eks-auth"],
        ["EKS", "eks"],
        ["ekss", "eks"],
        ["oidc_eks", "oidc-eks"],
        ["eks-oidc", "oidc-eks"],
        ["oidceks", "oidc-eks"],
        ["fips-eks", "eks-fips"],
        ["eks-capability", "eks-capabilities"],
    ] as const) {
        it(`takes ${word} for ${meant}`, () => {
            assert.equal(findMeantName(PREFIX + word), PREFIX + meant);
        });
    }

    it("takes no name of another service for one of EKS", () => {
        const others = ["ecs", "ecs-agent", "ebs", "kms", "ec2", "ecr.api", "emr-containers"];
        for (const word of [...others, "eks-hybrid-nodes", "vpce-svc-0123", "", ...ALL_SERVICES]) {
            assert.equal(findMeantName(PREFIX + word), undefined, word);
        }
    });

    it("takes nothing else for a service name", () => {
        for (const text of [
            "",
            "eksauth",
            "com.amazonaws..eksauth",
            "com.amazonaws.mars.eksauth",
        ]) {
            assert.equal(findMeantName(text), undefined, text);
        }
    });

    it("names the service as its partition does", () => {
        assert.equal(
            findMeantName("com.amazonaws.cn-north-1.eksauth"),
            "cn.com.amazonaws.cn-north-1.eks-auth",
        );
    });
});
