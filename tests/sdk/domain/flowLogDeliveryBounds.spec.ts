import assert from "node:assert/strict";

import { checkDelivery } from "../../../sdk/domain/flowLogDeliveryBounds";

/** A trust policy for the delivery service, with a condition. */
function trust(Condition?: object): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition,
            },
        ],
    });
}

describe("checkDelivery", () => {
    const open = [
        {
            path: "Statement[0].Condition",
            reason:
                "vpc-flow-logs.amazonaws.com may act for the flow logs of any account; " +
                'add StringEquals "aws:SourceAccount" or ArnLike "aws:SourceArn" with the account of the logs, ' +
                'or StringEquals "aws:SourceOrgID" with their organisation',
        },
    ];
    const cases: [string, object | undefined, boolean][] = [
        ["no condition", undefined, false],
        ["an account", { StringEquals: { "aws:SourceAccount": "111122223333" } }, true],
        [
            "the key in another letter case",
            { stringequals: { "AWS:sourceaccount": ["111122223333"] } },
            true,
        ],
        [
            "an ARN with the account",
            { ArnLike: { "aws:SourceArn": "arn:aws:ec2:*:111122223333:vpc-flow-log/*" } },
            true,
        ],
        [
            "an ARN with any account",
            { ArnLike: { "aws:SourceArn": "arn:aws:ec2:*:*:vpc-flow-log/*" } },
            false,
        ],
        ["a wildcard for the account", { StringLike: { "aws:SourceAccount": "*" } }, false],
        [
            "one account beside a wildcard",
            { StringLike: { "aws:SourceAccount": ["111122223333", "*"] } },
            false,
        ],
        [
            "a condition that passes without the key",
            { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } },
            false,
        ],
        ["an organisation", { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } }, true],
        [
            "a part of an organisation",
            {
                "ForAnyValue:StringLike": {
                    "aws:SourceOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*",
                },
            },
            true,
        ],
        ["any organisation", { StringLike: { "aws:SourceOrgID": "o-*" } }, false],
        [
            "paths of any organisation",
            { "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-*/r-ab12/*" } },
            false,
        ],
        [
            "an organisation only where there is one",
            { "ForAllValues:StringLike": { "aws:SourceOrgPaths": "o-a1b2c3d4e5/*" } },
            false,
        ],
        ["an exclusion", { StringNotEquals: { "aws:SourceAccount": "111122223333" } }, false],
        ["another key", { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }, false],
    ];
    for (const [what, condition, closed] of cases) {
        it(`${closed ? "accepts" : "reports"} a trust policy with ${what}`, () => {
            assert.deepEqual(checkDelivery(trust(condition)), closed ? [] : open);
        });
    }

    const ALLOW = {
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::logs/*",
    };
    const DENY = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };

    /** What is wrong with a bucket's policy. */
    function problemsOf(...Statement: object[]): string[] {
        const policy = JSON.stringify({ Version: "2012-10-17", Statement });
        return checkDelivery(policy).map(({ path, reason }) => `${path}: ${reason}`);
    }

    const closedByDeny: [what: string, deny: object][] = [
        ["other accounts", { StringNotEquals: { "aws:SourceAccount": "111122223333" } }],
        [
            "other organisations, as AWS publishes it",
            {
                StringNotEqualsIfExists: { "aws:SourceOrgID": "o-a1b2c3d4e5" },
                Null: { "aws:SourceAccount": "false" },
                Bool: { "aws:PrincipalIsAWSService": "true" },
            },
        ],
    ];
    for (const [what, Condition] of closedByDeny) {
        it(`accepts delivery for anybody beside a Deny for ${what}`, () => {
            assert.deepEqual(problemsOf(ALLOW, { ...DENY, Condition }), []);
        });
    }

    const stillOpen: [what: string, deny: object][] = [
        [
            "of one account",
            { Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } },
        ],
        [
            "for other actions",
            {
                Action: "s3:GetObject",
                Condition: { StringNotEquals: { "aws:SourceAccount": "111122223333" } },
            },
        ],
        [
            "for another bucket",
            {
                Resource: "arn:aws:s3:::other/*",
                Condition: { StringNotEquals: { "aws:SourceAccount": "111122223333" } },
            },
        ],
        [
            "with a condition that delivery may miss",
            {
                Condition: {
                    StringNotEquals: { "aws:SourceAccount": "111122223333" },
                    StringEquals: { "s3:prefix": "x" },
                },
            },
        ],
    ];
    for (const [what, changes] of stillOpen) {
        it(`reports delivery for anybody beside a Deny ${what}`, () => {
            assert.match(
                problemsOf(ALLOW, { ...DENY, ...changes }).join(),
                /^Statement\[0\]\.Condition: delivery\.logs\.amazonaws\.com may act for .* any account/,
            );
        });
    }

    const ofPrincipals: [operator: string, key: string, instead: string][] = [
        ["StringEquals", "aws:PrincipalOrgID", "aws:SourceOrgID"],
        ["ForAnyValue:StringLike", "aws:principalorgpaths", "aws:SourceOrgPaths"],
    ];
    for (const [operator, key, instead] of ofPrincipals) {
        it(`says that ${operator} ${key} lets nothing be delivered`, () => {
            const Condition = { [operator]: { [key]: "o-a1b2c3d4e5/*" } };
            assert.deepEqual(problemsOf({ ...ALLOW, Condition }), [
                `Statement[0].Condition.${operator}.${key}: delivery.logs.amazonaws.com is in no organisation, ` +
                    `so this lets nothing be delivered; compare ${instead}`,
            ]);
        });
    }

    const bounded = {
        ...ALLOW,
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    };
    const others = { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };

    it("says that a Deny for everybody outside of an organisation denies delivery", () => {
        assert.deepEqual(problemsOf(bounded, { ...DENY, Condition: others }), [
            "Statement[1].Condition.StringNotEquals.aws:PrincipalOrgID: denies delivery too, since a service of AWS is in " +
                'no organisation; add BoolIfExists "aws:PrincipalIsAWSService" "false"',
        ]);
    });

    const harmless: [what: string, deny: object][] = [
        [
            "leaves services out",
            { Condition: { ...others, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } } },
        ],
        ["is about actions of others", { Action: "s3:GetObject", Condition: others }],
        [
            "may not apply to delivery",
            { Condition: { ...others, StringNotEqualsIfExists: { "aws:SourceVpc": "vpc-1" } } },
        ],
        ["is about users", { Principal: { AWS: "111122223333" }, Condition: others }],
    ];
    for (const [what, changes] of harmless) {
        it(`accepts a Deny for everybody outside of an organisation that ${what}`, () => {
            assert.deepEqual(problemsOf(bounded, { ...DENY, ...changes }), []);
        });
    }

    it("leaves statements about other services alone", () => {
        assert.deepEqual(checkDelivery(trust().replace("vpc-flow-logs", "lambda")), []);
    });

    it("reports what is no policy", () => {
        assert.notDeepEqual(checkDelivery("{"), []);
    });
});
