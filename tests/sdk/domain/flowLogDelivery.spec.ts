import assert from "node:assert/strict";

import {
    deliveryBucketPolicy,
    deliveryRolePermissions,
    deliveryRoleTrust,
} from "../../../sdk/domain/flowLogDelivery";
import { checkDelivery } from "../../../sdk/domain/flowLogDeliveryBounds";

const SCOPE = { partition: "aws-cn", region: "cn-north-1", accountId: "111122223333" };

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

    it("has the statements under the names that AWS gives them, without asking for an ACL", () => {
        const { Statement } = JSON.parse(policy) as { Statement: { Sid: string }[] };
        assert.deepEqual(
            Statement.map(({ Sid }) => Sid),
            ["AWSLogDeliveryWrite", "AWSLogDeliveryAclCheck", "TlsOnly"],
        );
        assert.doesNotMatch(policy, /x-amz-acl/);
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
