import assert from "node:assert/strict";
import { EKSClient } from "@aws-sdk/client-eks";
import { partition as sdkPartition } from "@aws-sdk/util-endpoints";
import { findPartition, PARTITIONS } from "../../../sdk/domain/regions";
import {
    ALL_SERVICES,
    DEFAULT_SERVICES,
    EksService,
    findAvailability,
    findHostNames,
    findServiceByName,
    findServiceNames,
    findShadowedHosts,
    SERVICES,
    serviceFacts,
} from "../../../sdk/domain/services";

const REGIONS = PARTITIONS.flatMap(({ id, eksRegions }) =>
    eksRegions.map((region) => ({ region, id })),
);

/** The host that the AWS SDK for JavaScript calls for the EKS API. */
function sdkHost(region: string, fips: boolean, dualStack: boolean): string {
    const { endpointProvider } = new EKSClient({ region }).config;
    return endpointProvider({ Region: region, UseFIPS: fips, UseDualStack: dualStack }).url
        .hostname;
}

describe("findHostNames", () => {
    for (const { region } of REGIONS) {
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

    it("guesses nothing for a region of no known form", () => {
        assert.deepEqual(findHostNames(EksService.Eks, "moon-1"), []);
    });
});

describe("PARTITIONS", () => {
    for (const { region, id } of REGIONS) {
        it(`agrees with the AWS SDK about the partition of ${region}`, () => {
            const known = findPartition(region);
            const { name, dnsSuffix, dualStackDnsSuffix } = sdkPartition(region);
            assert.deepEqual(
                [known?.id, known?.dnsSuffix, known?.dualStackDnsSuffix],
                [name, dnsSuffix, dualStackDnsSuffix],
            );
            assert.equal(id, name);
        });
    }

    it("knows the partition of a region that opened after the table was written", () => {
        assert.equal(findPartition("eu-north-9")?.id, sdkPartition("eu-north-9").name);
    });

    it("knows no partition for a word that is no region", () => {
        assert.equal(findPartition("eks.us-east-1"), undefined);
    });

    it("says where every row was read", () => {
        assert.ok(PARTITIONS.every(({ source }) => /\d{4}-\d\d-\d\d/.test(source)));
    });
});

describe("SERVICES", () => {
    it("has one row a service", () => {
        assert.deepEqual([...ALL_SERVICES].sort(), Object.values(EksService).sort());
        assert.equal(new Set(ALL_SERVICES).size, ALL_SERVICES.length);
    });

    it("says where every row was read, and when", () => {
        assert.ok(SERVICES.every(({ source }) => /https:.*\d{4}-\d\d-\d\d/.test(source)));
    });

    it("knows that the OIDC issuer refuses policies and that the EKS API takes them", () => {
        assert.equal(serviceFacts(EksService.OidcEks).policySupport, "refused");
        assert.equal(serviceFacts(EksService.Eks).policySupport, "supported");
    });
});

describe("findAvailability", () => {
    for (const region of ["ap-southeast-5", "ap-southeast-7", "mx-central-1", "ap-east-2"]) {
        it(`knows that ${region} has no endpoint for the EKS API`, () => {
            assert.equal(findAvailability(EksService.Eks, region), "missing");
        });
    }

    it("knows that ap-southeast-5 has one for EKS Auth", () => {
        assert.equal(findAvailability(EksService.EksAuth, "ap-southeast-5"), "available");
    });

    it("says nothing about regions that the documentation does not name", () => {
        assert.equal(findAvailability(EksService.Eks, "ap-southeast-6"), undefined);
    });
});

describe("findServiceNames", () => {
    for (const service of ALL_SERVICES) {
        it(`is sure of ${service} in the commercial partition`, () => {
            const found = findServiceNames(service, "eu-west-1");
            assert.deepEqual(found?.names, [`com.amazonaws.eu-west-1.${service}`]);
            assert.equal(found.verified, true);
        });

        it(`finds ${service} again by each of its names`, () => {
            const regions = ["eu-west-1", "us-gov-west-1", "cn-north-1", "eusc-de-east-1"];
            const names = regions.flatMap(
                (region) => findServiceNames(service, region)?.names ?? [],
            );
            assert.equal(names.length, 5);
            assert.deepEqual([...new Set(names.map(findServiceByName))], [service]);
        });
    }

    it("tries both prefixes in China, where sources contradict each other", () => {
        assert.deepEqual(findServiceNames(EksService.Eks, "cn-north-1"), {
            names: ["cn.com.amazonaws.cn-north-1.eks", "com.amazonaws.cn-north-1.eks"],
            verified: false,
            source: findServiceNames(EksService.EksAuth, "cn-north-1")?.source,
        });
    });

    it("guesses no name in an ISO partition", () => {
        assert.equal(findServiceNames(EksService.Eks, "us-iso-east-1"), undefined);
    });
});

describe("findServiceByName", () => {
    for (const name of [
        "com.amazonaws.eu-west-1.s3",
        "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
        "com.amazonaws.eu-west-1.eks.extra",
        "eks",
        "",
    ]) {
        it(`takes "${name}" for no EKS service`, () => {
            assert.equal(findServiceByName(name), undefined);
        });
    }
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
