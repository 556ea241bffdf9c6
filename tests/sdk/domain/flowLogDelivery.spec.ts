import assert from "node:assert/strict";
import {
    deliveryBucketPolicy,
    deliveryRolePermissions,
    deliveryRoleTrust,
    checkDelivery,
} from "../../../sdk/domain/flowLogDelivery";

const SCOPE = { partition: "aws-cn", region: "cn-north-1", accountId: "111122223333" };

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

describe("deliveryRoleTrust", () => {
    it("trusts the delivery service for the flow logs of one account and region", () => {
        assert.deepEqual(JSON.parse(deliveryRoleTrust(SCOPE)), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: {
                        StringEquals: { "aws:SourceAccount": "111122223333" },
                        ArnLike: {
                            "aws:SourceArn":
                                "arn:aws-cn:ec2:cn-north-1:111122223333:vpc-flow-log/*",
                        },
                    },
                },
            ],
        });
    });

    it("passes the rule against confused deputies", () => {
        assert.deepEqual(checkDelivery(deliveryRoleTrust(SCOPE)), []);
    });
});

describe("deliveryRolePermissions", () => {
    const policy = deliveryRolePermissions("arn:aws:logs:eu-west-1:111122223333:log-group:flow");

    it("may write to one log group and its streams only", () => {
        assert.match(policy, /"arn:aws:logs:eu-west-1:111122223333:log-group:flow:\*"/);
        assert.match(policy, /logs:PutLogEvents/);
    });

    it("may not create a log group, which would have no retention", () => {
        assert.doesNotMatch(policy, /CreateLogGroup|logs:\*/);
    });
});

describe("deliveryBucketPolicy", () => {
    const policy = deliveryBucketPolicy("arn:aws-cn:s3:::logs", SCOPE);

    it("passes the rule against confused deputies", () => {
        assert.deepEqual(checkDelivery(policy), []);
    });

    it("lets logs in below the account's own prefix only", () => {
        assert.match(policy, /"arn:aws-cn:s3:::logs\/AWSLogs\/111122223333\/\*"/);
    });

    it("denies everything without TLS", () => {
        const { Statement } = JSON.parse(policy) as { Statement: { Effect: string }[] };
        assert.deepEqual(
            Statement.filter(({ Effect }) => Effect === "Deny"),
            [
                {
                    Sid: "TlsOnly",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:*",
                    Resource: ["arn:aws-cn:s3:::logs", "arn:aws-cn:s3:::logs/*"],
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
            ],
        );
    });
});

describe("checkDelivery", () => {
    const open = [
        {
            path: "Statement[0].Condition",
            reason:
                "vpc-flow-logs.amazonaws.com may act for the flow logs of any account; " +
                'add StringEquals "aws:SourceAccount" or ArnLike "aws:SourceArn" with the account of the logs',
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
        ["an exclusion", { StringNotEquals: { "aws:SourceAccount": "111122223333" } }, false],
        ["another key", { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }, false],
    ];
    for (const [what, condition, closed] of cases) {
        it(`${closed ? "accepts" : "reports"} a trust policy with ${what}`, () => {
            assert.deepEqual(checkDelivery(trust(condition)), closed ? [] : open);
        });
    }

    it("leaves statements about other services alone", () => {
        assert.deepEqual(checkDelivery(trust().replace("vpc-flow-logs", "lambda")), []);
    });

    it("reports what is no policy", () => {
        assert.notDeepEqual(checkDelivery("{"), []);
    });
});
