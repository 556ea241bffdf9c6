import assert from "node:assert/strict";
import { EksEndpointShareArgs } from "../../../sdk/index";
import { findSharedSetProblems } from "../../../sdk/sharing/findSharedSetProblems";
import { applyShareDefaults } from "../../../sdk/sharing/shareDefaults";
import { findSiteProblems } from "../../../sdk/sharing/verifyShare";

const COMMERCIAL = { accountId: "111122223333", region: "eu-west-1", partition: "aws" };
const CHINA = { accountId: "111122223333", region: "cn-north-1", partition: "aws-cn" };
const GOV = { accountId: "111122223333", region: "us-gov-west-1", partition: "aws-us-gov" };

describe("findSiteProblems", () => {
    const cases: { [what: string]: [Partial<EksEndpointShareArgs>, typeof COMMERCIAL, string[]] } =
        {
            "finds none in a commercial region": [{}, COMMERCIAL, []],
            "finds none in GovCloud, where the names have the same keys": [{}, GOV, []],
            "finds none in China with its region": [{ region: "cn-north-1" }, CHINA, []],
            "asks for the region where it changes the host names": [
                {},
                CHINA,
                [
                    "region: is missing, and in cn-north-1 the services have other host names than elsewhere; give region: " +
                        '"cn-north-1"',
                ],
            ],
            "finds two services of one host name once the region is known": [
                { services: ["eks", "eks-fips"] },
                GOV,
                [
                    "services[1]: eks-fips has the same host name as eks in us-gov-west-1; name one of the two",
                ],
            ],
        };
    for (const [what, [args, place, expected]] of Object.entries(cases)) {
        it(what, () => {
            const resolved = applyShareDefaults({ connection: {}, ...args });
            const problems = findSiteProblems(resolved, place);
            assert.deepEqual(
                problems.map(({ path, reason }) => `${path}: ${reason}`),
                expected,
            );
        });
    }
});

describe("findSharedSetProblems", () => {
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
        const found = findSharedSetProblems(
            set("eks", "oidc-eks"),
            share("oidc-eks", "eks"),
            "eu-west-1",
        );
        assert.deepEqual(found, { problems: [], warnings: [] });
    });

    it("mentions an endpoint that is not shared", () => {
        const { warnings } = findSharedSetProblems(
            set("eks", "oidc-eks"),
            share("oidc-eks"),
            "eu-west-1",
        );
        assert.deepEqual(warnings, [
            "services: the set also has endpoints for eks, which are not shared; if consumers need them, write " +
                'services: ["oidc-eks", "eks"]',
        ]);
    });

    it("warns of a name that a shared zone hides although the set could answer for it", () => {
        const { warnings } = findSharedSetProblems(
            set("eks", "eks-auth", "oidc-eks"),
            share("eks"),
            "eu-west-1",
        );
        assert.deepEqual(warnings, [
            "services: oidc.eks.eu-west-1.amazonaws.com will not resolve at all in the VPCs of consumers, because a shared " +
                'zone hides it, while the set has an endpoint for it; write services: ["eks", "oidc-eks"]',
            "services: the set also has endpoints for eks-auth, which are not shared; if consumers need them, write " +
                'services: ["eks", "oidc-eks", "eks-auth"]',
        ]);
    });

    it("says what could be shared where nothing of the set is", () => {
        const { problems } = findSharedSetProblems(set("eks-auth"), share("eks"), "eu-west-1");
        assert.match(
            problems[0]?.reason ?? "",
            /its stack, or write services: \["eks-auth"\] here$/,
        );
    });

    it("warns of a family that the endpoints' own names leave out", () => {
        const dualstack = { ipAddressType: "dualstack" as const };
        const { warnings } = findSharedSetProblems(
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
