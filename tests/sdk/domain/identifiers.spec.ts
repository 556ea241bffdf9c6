import assert from "node:assert/strict";

import {
    checkVpcId,
    findOrganizationId,
    findOrganizationPartition,
    isAccountId,
} from "../../../sdk/domain/identifiers";

const UNIT = "arn:aws-cn:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111";
const WHOLE = "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5";

describe("isAccountId", () => {
    it("takes twelve digits and nothing else", () => {
        const given = ["111122223333", "11112222333", "1111222233334", "1111-2222-33", ""];
        assert.deepEqual(given.map(isAccountId), [true, false, false, false, false]);
    });
});

describe("checkVpcId", () => {
    it("finds nothing wrong with the short and the long form", () => {
        assert.deepEqual(["vpc-0a1b2c3d", "vpc-0123456789abcdef0"].flatMap(checkVpcId), []);
    });

    it("says of anything else what the form is", () => {
        assert.deepEqual(checkVpcId("my-vpc"), [
            {
                path: "vpcId",
                reason: '"my-vpc" is no ID of a VPC; give it in the form vpc-0123456789abcdef0',
            },
        ]);
    });
});

describe("findOrganizationPartition", () => {
    it("reads the ARN of an organisation and of an organisational unit", () => {
        assert.deepEqual([WHOLE, UNIT].map(findOrganizationPartition), ["aws", "aws-cn"]);
    });

    it("finds none in the ARN of an account or in an ID", () => {
        const account = "arn:aws:organizations::111122223333:account/o-a1b2c3d4e5/444455556666";
        const found = [account, "o-a1b2c3d4e5"].map(findOrganizationPartition);
        assert.deepEqual(found, [undefined, undefined]);
    });
});

describe("findOrganizationId", () => {
    it("reads it from an ID, a path and an ARN", () => {
        const texts = ["o-a1b2c3d4e5", "o-a1b2c3d4e5/r-ab12/*", WHOLE, UNIT];
        assert.deepEqual([...new Set(texts.map(findOrganizationId))], ["o-a1b2c3d4e5"]);
    });

    it("finds none in an account", () => {
        assert.equal(findOrganizationId("111122223333"), undefined);
    });
});
