import assert from "node:assert/strict";

import { DATA_PRICES, ENDPOINT_PRICES, findMonthlyCost } from "../../../sdk/domain/prices";
import { findPartition } from "../../../sdk/domain/regions";

describe("findMonthlyCost", () => {
    it("counts every endpoint in every zone for 730 hours", () => {
        assert.equal(findMonthlyCost("us-east-1", 9), 65.7);
        assert.equal(findMonthlyCost("eu-central-1", 6), 52.56);
        assert.equal(findMonthlyCost("eu-west-1", 6), 48.18);
    });

    it("guesses no price for a region whose price is not known", () => {
        assert.equal(findMonthlyCost("sa-east-1", 9), undefined);
    });
});

describe("ENDPOINT_PRICES", () => {
    it("has one row a region, each with a price, a date and a known region", () => {
        const regions = ENDPOINT_PRICES.map(({ region }) => region);
        assert.equal(new Set(regions).size, regions.length);
        for (const { region, hourlyUsd, source } of ENDPOINT_PRICES) {
            assert.ok(findPartition(region)?.eksRegions.includes(region));
            assert.ok(hourlyUsd > 0 && hourlyUsd < 0.1);
            assert.match(source, /\d{4}-\d\d/);
        }
    });
});

describe("DATA_PRICES", () => {
    it("falls with the amount", () => {
        const prices = DATA_PRICES.map(({ perGbUsd }) => perGbUsd);
        assert.deepEqual(
            prices,
            [...prices].sort((a, b) => b - a),
        );
        assert.equal(DATA_PRICES.at(-1)?.upToTb, Infinity);
    });
});
