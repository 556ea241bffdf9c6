import assert from "node:assert/strict";

import { exempts, isCurrent } from "../../../policy-pack/pack/exemption";

const resource = { urn: "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::hub (1)", name: "hub (1)" };

describe("exemption", () => {
    describe("exempts", () => {
        for (const pattern of ["hub (1)", "hub*", "*", "urn:*::hub (1)", resource.urn]) {
            it(`matches ${pattern}`, () => {
                assert.equal(
                    exempts({ resource: pattern, reason: "", expires: "" }, resource),
                    true,
                );
            });
        }

        for (const pattern of ["hub", "hub .1.", "HUB*", "vpc", "urn:*::hub"]) {
            it(`does not match ${pattern}`, () => {
                assert.equal(
                    exempts({ resource: pattern, reason: "", expires: "" }, resource),
                    false,
                );
            });
        }
    });

    describe("isCurrent", () => {
        const exemption = { resource: "*", reason: "", expires: "2027-01-31" };

        it("holds to the end of its last day", () => {
            assert.equal(isCurrent(exemption, new Date("2027-01-31T23:59:59Z")), true);
        });

        it("does not hold on the next day", () => {
            assert.equal(isCurrent(exemption, new Date("2027-02-01T00:00:00Z")), false);
        });
    });
});
