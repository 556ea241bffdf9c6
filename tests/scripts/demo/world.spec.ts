import * as assert from "node:assert/strict";

import { additions, networksOnly } from "../../../scripts/demo/world";

describe("additions", () => {
    it("names objects that another world does not have", async () => {
        const { world } = await networksOnly();
        const after = structuredClone(world);
        const [vpc] = Object.values(after.objects.vpcs);
        assert.ok(vpc);
        after.objects.vpcs["vpc-1"] = { ...vpc, id: "vpc-1" };
        assert.deepEqual(additions(world, after), ["vpcs vpc-1"]);
        assert.deepEqual(additions(world, world), []);
    });
});
