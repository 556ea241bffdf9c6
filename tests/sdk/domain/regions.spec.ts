import assert from "node:assert/strict";

import { partition as sdkPartition } from "@aws-sdk/util-endpoints";

import { findPartition, findRegionOfZone, PARTITIONS } from "../../../sdk/domain/regions";

const REGIONS = PARTITIONS.flatMap(({ id, eksRegions }) =>
    eksRegions.map((region) => ({ region, id })),
);

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

    for (const region of ["me-west-1", "sa-west-1"]) {
        it(`knows ${region} as a region without known EKS`, () => {
            assert.equal(findPartition(region)?.id, "aws");
            assert.equal(findPartition(region)?.eksRegions.includes(region), false);
        });
    }

    it("knows no partition for a word that is no region", () => {
        assert.equal(findPartition("eks.us-east-1"), undefined);
    });

    it("says where every row was read", () => {
        assert.ok(PARTITIONS.every(({ source }) => /\d{4}-\d\d-\d\d/.test(source)));
    });
});

describe("findRegionOfZone", () => {
    it("knows the region of every kind of zone by its name", () => {
        for (const { region } of REGIONS) {
            assert.equal(findRegionOfZone(`${region}a`), region);
        }
        assert.equal(findRegionOfZone("us-west-2-lax-1a"), "us-west-2");
        assert.equal(findRegionOfZone("us-east-1-wl1-bos-wlz-1"), "us-east-1");
    });

    it("knows none for the ID of a zone", () => {
        assert.equal(findRegionOfZone("use1-az1"), undefined);
        assert.equal(findRegionOfZone("usw2-lax1-az1"), undefined);
    });
});
