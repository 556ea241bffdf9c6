import assert from "node:assert/strict";

import { checkSharedSet } from "../../../../sdk/share/verify/sharedSet";
import { sorted } from "../../../support/problems";

const judge = sorted(checkSharedSet);

describe("checkSharedSet", () => {
    const set = (...services: ("eks" | "eks-auth" | "oidc-eks")[]) => ({
        services,
        ipAddressType: "ipv4" as const,
        dnsRecordIpType: "ipv4" as const,
        privateDnsEnabled: false,
    });
    const share = (...services: ("eks" | "eks-auth" | "oidc-eks")[]) => ({
        services,
        ipAddressType: "ipv4" as const,
    });

    it("finds nothing in a set whose services are all shared", () => {
        const found = judge(set("eks", "oidc-eks"), share("oidc-eks", "eks"), "eu-west-1");
        assert.deepEqual(found, { problems: [], warnings: [] });
    });

    it("mentions an endpoint that is not shared", () => {
        const { warnings } = judge(set("eks", "oidc-eks"), share("oidc-eks"), "eu-west-1");
        assert.deepEqual(warnings, [
            "services: the set also has endpoints for eks, which are not shared; if consumers need them, write " +
                'services: ["oidc-eks", "eks"]',
        ]);
    });

    it("warns of a name that a shared zone hides although the set could answer for it", () => {
        const { warnings } = judge(set("eks", "eks-auth", "oidc-eks"), share("eks"), "eu-west-1");
        assert.deepEqual(warnings, [
            "services: oidc.eks.eu-west-1.amazonaws.com will not resolve at all in the VPCs of consumers, because a shared " +
                'zone hides it, while the set has an endpoint for it; write services: ["eks", "oidc-eks"]',
            "services: the set also has endpoints for eks-auth, which are not shared; if consumers need them, write " +
                'services: ["eks", "oidc-eks", "eks-auth"]',
        ]);
    });

    it("says what could be shared where nothing of the set is", () => {
        const { problems } = judge(set("eks-auth"), share("eks"), "eu-west-1");
        assert.match(
            problems[0]?.reason ?? "",
            /its stack, or write services: \["eks-auth"\] here$/,
        );
    });

    it("warns of a family that the endpoints' own names leave out", () => {
        const dualstack = { ipAddressType: "dualstack" as const };
        const { warnings } = judge(
            { ...set("eks"), ...dualstack, stack: "acme/network/hub" },
            { ...share("eks"), ...dualstack },
            "eu-west-1",
        );
        assert.deepEqual(warnings, [
            'ipAddressType: the shared names answer without IPv6 addresses, because the endpoints have dnsRecordIpType "ipv4"; ' +
                'write dnsRecordIpType: "dualstack" on the EksEndpointSet in stack acme/network/hub',
        ]);
    });
});
