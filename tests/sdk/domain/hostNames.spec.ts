import assert from "node:assert/strict";

import { EKSClient } from "@aws-sdk/client-eks";
import { partition as sdkPartition } from "@aws-sdk/util-endpoints";

import { findHostNames, findShadowedHosts } from "../../../sdk/domain/hostNames";
import { PARTITIONS } from "../../../sdk/domain/regions";
import { ALL_SERVICES, DEFAULT_SERVICES, EksService } from "../../../sdk/domain/services";

const REGIONS = PARTITIONS.flatMap(({ eksRegions }) => eksRegions);

/** The host that the AWS SDK for JavaScript calls for the EKS API. */
function sdkHost(region: string, fips: boolean, dualStack: boolean): string {
    const { endpointProvider } = new EKSClient({ region }).config;
    return endpointProvider({ Region: region, UseFIPS: fips, UseDualStack: dualStack }).url
        .hostname;
}

describe("findHostNames", () => {
    for (const region of REGIONS) {
        it(`agrees with the AWS SDK about the EKS API in ${region}`, () => {
            const [ipv4, dualStack] = findHostNames(EksService.Eks, region);
            assert.equal(ipv4, sdkHost(region, false, false));
            assert.equal(dualStack, sdkHost(region, false, true));
        });

        it(`agrees with the AWS SDK about the FIPS hosts in ${region}`, () => {
            const [ipv4, dualStack] = findHostNames(EksService.EksFips, region);
            assert.equal(ipv4, sdkHost(region, true, false));
            assert.equal(dualStack, sdkHost(region, true, true));
        });

        it(`agrees with the AWS SDK's partitions about EKS Auth in ${region}`, () => {
            const { dualStackDnsSuffix } = sdkPartition(region);
            assert.deepEqual(findHostNames(EksService.EksAuth, region), [
                `eks-auth.${region}.${dualStackDnsSuffix}`,
            ]);
        });
    }

    it("gives the OIDC issuer both forms of its host name", () => {
        assert.deepEqual(findHostNames(EksService.OidcEks, "eu-central-1"), [
            "oidc.eks.eu-central-1.amazonaws.com",
            "oidc-eks.eu-central-1.api.aws",
        ]);
    });

    it("gives the OIDC issuer in China only the form that a source names", () => {
        assert.deepEqual(findHostNames(EksService.OidcEks, "cn-north-1"), [
            "oidc-eks.cn-north-1.api.amazonwebservices.com.cn",
        ]);
    });

    it("gives the console proxy both forms of its host name", () => {
        assert.deepEqual(findHostNames(EksService.EksProxy, "us-east-1"), [
            "eks-proxy.eks.us-east-1.amazonaws.com",
            "eks-proxy.us-east-1.api.aws",
        ]);
    });

    for (const service of [EksService.OidcEks, EksService.EksProxy]) {
        it(`guesses no host of ${service} where no source gives one`, () => {
            assert.deepEqual(findHostNames(service, "us-iso-east-1"), []);
        });
    }

    it("gives EKS Capabilities none, whose names are public and one a capability", () => {
        assert.deepEqual(findHostNames(EksService.EksCapabilities, "eu-west-1"), []);
    });

    it("guesses nothing for a region of no known form", () => {
        assert.deepEqual(findHostNames(EksService.Eks, "moon-1"), []);
    });
});

describe("findShadowedHosts", () => {
    it("names the hosts below the zone of the EKS API", () => {
        assert.deepEqual(findShadowedHosts(EksService.Eks, "eu-west-1"), [
            { hostName: "fips.eks.eu-west-1.amazonaws.com", service: "eks-fips" },
            { hostName: "oidc.eks.eu-west-1.amazonaws.com", service: "oidc-eks" },
            { hostName: "eks-proxy.eks.eu-west-1.amazonaws.com", service: "eks-proxy" },
        ]);
    });

    for (const service of ALL_SERVICES.filter((name) => name !== EksService.Eks)) {
        it(`finds that ${service} hides nothing`, () => {
            assert.deepEqual(findShadowedHosts(service, "eu-west-1"), []);
        });
    }

    it("is why the OIDC issuer is among the default services", () => {
        assert.ok(DEFAULT_SERVICES.includes(EksService.OidcEks));
    });
});
