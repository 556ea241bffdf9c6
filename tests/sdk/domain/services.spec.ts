import assert from "node:assert/strict";

import {
    ALL_SERVICES,
    DEFAULT_SERVICES,
    EksService,
    findAvailability,
    findServiceByName,
    findServiceNames,
    serviceFacts,
    SERVICES,
} from "../../../sdk/domain/services";

describe("SERVICES", () => {
    it("has one row a service", () => {
        assert.deepEqual([...ALL_SERVICES].sort(), Object.values(EksService).sort());
        assert.equal(new Set(ALL_SERVICES).size, ALL_SERVICES.length);
    });

    it("says where every row was read, and when", () => {
        assert.ok(SERVICES.every(({ source }) => /https:.*\d{4}-\d\d-\d\d/.test(source)));
    });

    it("knows EKS Capabilities alone as a service without private DNS, which takes no policy either", () => {
        const without = SERVICES.filter(({ hasPrivateDns }) => !hasPrivateDns);
        assert.deepEqual(
            without.map(({ service, policySupport }) => [service, policySupport]),
            [["eks-capabilities", "refused"]],
        );
        assert.ok(!DEFAULT_SERVICES.includes(EksService.EksCapabilities));
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

    for (const region of ["me-west-1", "sa-west-1"]) {
        it(`leaves it to AWS whether ${region} has EKS at all`, () => {
            for (const service of ALL_SERVICES) {
                assert.equal(findServiceNames(service, region)?.verified, false);
                assert.equal(findAvailability(service, region), undefined);
            }
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
