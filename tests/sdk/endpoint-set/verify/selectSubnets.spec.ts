import assert from "node:assert/strict";

import fc from "fast-check";

import { warning } from "../../../../sdk/domain/problem";
import {
    selectAll,
    selectSubnets,
    type VerifiedSubnet,
} from "../../../../sdk/endpoint-set/verify/selectSubnets";
import type { VerifiedService } from "../../../../sdk/endpoint-set/verify/services";

/** A subnet in a zone; without one, AWS would not say where it is. */
function subnet(subnetId: string, availabilityZone?: string): VerifiedSubnet {
    return availabilityZone === undefined
        ? { subnetId }
        : {
              subnetId,
              info: { subnetId, vpcId: "vpc-1", availabilityZone, hasIpv4: true, hasIpv6: false },
          };
}

/** The EKS API, served in some zones; without any, AWS would not say where it is. */
function eks(...availabilityZones: string[]): VerifiedService {
    const serviceName = "com.amazonaws.eu-west-1.eks";
    return availabilityZones.length === 0
        ? { service: "eks", serviceName }
        : {
              service: "eks",
              serviceName,
              info: {
                  serviceName,
                  availabilityZones,
                  supportedIpAddressTypes: ["ipv4"],
                  policySupported: true,
              },
          };
}

describe("selectSubnets", () => {
    const subnets = [subnet("s1", "a"), subnet("s2", "b"), subnet("s3", "b"), subnet("s4", "c")];

    it("refuses, when exact, zones that the service does not serve and second subnets of a zone", () => {
        assert.deepEqual(selectSubnets(eks("a", "b"), subnets, "exact").problems, [
            {
                path: "subnetIds[2]",
                reason:
                    "subnet s3 is in zone b, which already has s2, and an endpoint takes one subnet a zone; " +
                    'leave it out, or set subnetSelection: "supportedZones"',
            },
            {
                path: "subnetIds[3]",
                reason:
                    "eks does not serve zone c of subnet s4, only a, b; " +
                    'leave it out, or set subnetSelection: "supportedZones"',
            },
        ]);
    });

    it("keeps the first subnet of each served zone and warns about the others", () => {
        assert.deepEqual(selectSubnets(eks("a", "b"), subnets, "supportedZones"), {
            subnetIds: ["s1", "s2"],
            problems: [
                ...warning(
                    "subnetIds[2]",
                    "is not used: subnet s3 is in zone b, which already has s2, and an endpoint takes one subnet a zone",
                ),
                ...warning(
                    "subnetIds[3]",
                    "is not used: eks does not serve zone c of subnet s4, only a, b",
                ),
            ],
        });
    });

    it("refuses to go without any subnet", () => {
        const { problems } = selectSubnets(eks("z"), [subnet("s1", "a")], "supportedZones");
        assert.deepEqual(problems, [
            ...warning(
                "subnetIds[0]",
                "is not used: eks does not serve zone a of subnet s1, only z",
            ),
            {
                path: "subnetIds",
                reason:
                    "no subnet is in a zone that eks serves; " +
                    "eks does not serve zone a of subnet s1, only z",
            },
        ]);
    });

    it("takes every subnet where AWS did not say in which zones they are", () => {
        const unseen = [subnet("s1"), subnet("s2")];
        assert.deepEqual(selectSubnets(eks("a"), unseen, "exact"), {
            subnetIds: ["s1", "s2"],
            problems: [],
        });
    });

    it("still refuses two subnets of one zone where AWS did not say which zones the service serves", () => {
        const paths = selectSubnets(eks(), subnets, "exact").problems.map(({ path }) => path);
        assert.deepEqual(paths, ["subnetIds[2]"]);
    });

    it("chooses at most one subnet a zone, all of them served, and exact agrees where it finds no problem", () => {
        const zone = fc.constantFrom("a", "b", "c", "d");
        fc.assert(
            fc.property(fc.array(zone), fc.uniqueArray(zone, { minLength: 1 }), (zones, served) => {
                const given = zones.map((name, i) => subnet(`s${i}`, name));
                const chosen = selectSubnets(eks(...served), given, "supportedZones").subnetIds;
                const inZones = zones.filter((_, i) => chosen.includes(`s${i}`));
                assert.equal(new Set(inZones).size, inZones.length);
                assert.ok(inZones.every((name) => served.includes(name)));
                assert.deepEqual(
                    new Set(inZones),
                    new Set(zones.filter((name) => served.includes(name))),
                );
                const exact = selectSubnets(eks(...served), given, "exact");
                if (exact.problems.length === 0) {
                    assert.deepEqual(exact.subnetIds, chosen);
                }
            }),
        );
    });
});

describe("selectAll", () => {
    it("says once what is wrong for several services in the same way", () => {
        const services = [eks("a"), { ...eks("a"), service: "eks-auth" as const }];
        const subnets = [subnet("s1", "a"), subnet("s2", "a")];
        const { problems, byService } = selectAll(services, subnets, "exact");
        assert.deepEqual(
            problems.map(({ path }) => path),
            ["subnetIds[1]"],
        );
        assert.deepEqual(Object.keys(byService), ["eks", "eks-auth"]);
    });
});
