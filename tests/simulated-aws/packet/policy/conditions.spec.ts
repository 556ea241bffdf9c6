import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Context } from "../../../../simulated-aws/packet/policy/document";
import { judge, ROLE } from "./judge";

describe("conditions", () => {
    const context: Context = {
        "aws:PrincipalOrgID": "o-example001",
        "aws:PrincipalArn": ROLE,
        "aws:PrincipalIsAWSService": "false",
        "aws:TagKeys": ["team", "cost"],
        "aws:VpcSourceIp": "10.0.3.4",
        "aws:CurrentTime": "2026-11-22T10:00:00Z",
        "aws:MultiFactorAuthAge": "100",
        "aws:PrincipalTag/Team": "red",
    };
    const cases: [string, string, string | string[] | boolean | number, boolean][] = [
        ["StringEquals", "aws:PrincipalOrgID", "o-example001", true],
        ["StringEquals", "AWS:principalorgid", "o-example001", true],
        ["StringEquals", "aws:PrincipalOrgID", ["o-other", "o-example001"], true],
        ["StringEquals", "aws:PrincipalOrgID", "O-EXAMPLE001", false],
        ["StringEquals", "aws:PrincipalOrgID", "o-example*", false],
        ["StringEquals", "aws:ResourceOrgID", "o-example001", false],
        ["StringEquals", "aws:PrincipalOrgID", "${aws:PrincipalOrgID}", true],
        ["StringEquals", "aws:PrincipalOrgID", "${aws:ResourceOrgID}", false],
        ["StringEquals", "aws:PrincipalOrgID", "${aws:ResourceOrgID, 'o-example001'}", true],
        ["StringEquals", "aws:principaltag/team", "red", true],
        ["StringEqualsIfExists", "aws:ResourceOrgID", "o-example001", true],
        ["StringEqualsIfExists", "aws:PrincipalOrgID", "o-other", false],
        ["StringNotEquals", "aws:PrincipalOrgID", "o-other", true],
        ["StringNotEquals", "aws:PrincipalOrgID", ["o-other", "o-example001"], false],
        ["StringNotEquals", "aws:ResourceOrgID", "o-example001", true],
        ["StringEqualsIgnoreCase", "aws:PrincipalOrgID", "O-EXAMPLE001", true],
        ["StringNotEqualsIgnoreCase", "aws:PrincipalOrgID", "O-EXAMPLE001", false],
        ["StringLike", "aws:PrincipalOrgID", "o-example*", true],
        ["StringNotLike", "aws:PrincipalOrgID", "o-example*", false],
        ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/app/*", true],
        ["ArnEquals", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/*", true],
        ["ArnLike", "aws:PrincipalArn", "arn:aws:*", false],
        ["ArnLike", "aws:PrincipalArn", "*", false],
        ["ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:user/*", true],
        ["Bool", "aws:PrincipalIsAWSService", "false", true],
        ["Bool", "aws:PrincipalIsAWSService", false, true],
        ["Bool", "aws:PrincipalIsAWSService", "true", false],
        ["BoolIfExists", "aws:ViaAWSService", "true", true],
        ["Null", "aws:ResourceOrgID", "true", true],
        ["Null", "aws:PrincipalOrgID", "true", false],
        ["Null", "aws:PrincipalOrgID", false, true],
        ["IpAddress", "aws:VpcSourceIp", "10.0.0.0/16", true],
        ["IpAddress", "aws:VpcSourceIp", ["192.168.0.0/16", "10.0.3.4"], true],
        ["IpAddress", "aws:VpcSourceIp", "fd00::/8", false],
        ["NotIpAddress", "aws:VpcSourceIp", "10.0.0.0/16", false],
        ["NumericLessThan", "aws:MultiFactorAuthAge", "300", true],
        ["NumericLessThan", "aws:MultiFactorAuthAge", 100, false],
        ["NumericGreaterThanEquals", "aws:MultiFactorAuthAge", 100, true],
        ["NumericNotEquals", "aws:MultiFactorAuthAge", 100, false],
        ["DateLessThan", "aws:CurrentTime", "2027-01-01T00:00:00Z", true],
        ["DateGreaterThan", "aws:CurrentTime", "1795343000", false],
        ["ForAnyValue:StringEquals", "aws:TagKeys", "cost", true],
        ["ForAllValues:StringEquals", "aws:TagKeys", "cost", false],
        ["ForAllValues:StringEquals", "aws:TagKeys", ["cost", "team", "other"], true],
        ["ForAllValues:StringEquals", "aws:ResourceOrgID", "o-example001", true],
        ["ForAnyValue:StringEquals", "aws:ResourceOrgID", "o-example001", false],
        ["ForAnyValue:StringNotEquals", "aws:TagKeys", "cost", true],
        ["ForAnyValue:StringNotEquals", "aws:ResourceOrgID", "o-example001", false],
        ["ForAllValues:StringNotEquals", "aws:TagKeys", "cost", false],
        ["StringMatches", "aws:PrincipalOrgID", "o-example001", false],
    ];
    for (const [operator, key, value, holds] of cases) {
        it(`${operator} ${key} ${JSON.stringify(value)} ${holds ? "holds" : "does not hold"}`, () => {
            const statement = { Condition: { [operator]: { [key]: value } } };
            assert.equal(judge([statement], { context }).allowed, holds);
        });
    }

    it("hold only all together", () => {
        const Condition = {
            StringEquals: {
                "aws:PrincipalOrgID": "o-example001",
                "aws:ResourceOrgID": "o-example001",
            },
        };
        assert.equal(judge([{ Condition }], { context }).allowed, false);
        const full = { ...context, "aws:ResourceOrgID": "o-example001" };
        assert.equal(judge([{ Condition }], { context: full }).allowed, true);
    });
});
