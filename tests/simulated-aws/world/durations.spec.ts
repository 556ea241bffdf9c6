import assert from "node:assert/strict";

import { durationOf } from "../../../simulated-aws/world/durations";

describe("durationOf", () => {
    it("says where each figure was read, or that it is assumed", () => {
        const { seconds, source } = durationOf("aws:ec2/vpcEndpoint:VpcEndpoint", "create");
        assert.equal(seconds, 113);
        assert.match(source, /terraform apply/);
        assert.match(durationOf("aws:route53/zone:Zone", "delete").source, /^assumed/);
    });

    it("takes anything else for one call", () => {
        const { seconds, source } = durationOf("aws:iam/role:Role", "create");
        assert.equal(seconds, 1);
        assert.match(source, /^assumed/);
    });
});
