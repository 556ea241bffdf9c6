import assert from "node:assert/strict";

import { deliveryBucketPolicy, deliveryRoleTrust } from "../../../sdk/domain";
import { checkDeliveryAdmitted, checkDeliveryTrusted } from "../../../sdk/domain/deliveryAdmission";

const BUCKET = "arn:aws:s3:::logs";
const DELIVERY = { Service: "delivery.logs.amazonaws.com" };

function policy(...statements: object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

function allow(parts: object): object {
    return {
        Effect: "Allow",
        Principal: DELIVERY,
        Action: "s3:*",
        Resource: `${BUCKET}/*`,
        ...parts,
    };
}

const ACL = allow({ Action: "s3:GetBucketAcl", Resource: BUCKET });

const ADMITTED: [string, string][] = [
    [
        "the policy that the component writes",
        deliveryBucketPolicy(BUCKET, {
            partition: "aws",
            region: "eu-west-1",
            accountId: "111122223333",
        }),
    ],
    [
        "both actions in one statement for bucket and objects",
        policy(allow({ Resource: [BUCKET, `${BUCKET}/*`] })),
    ],
    ["a wildcard right behind the name of the bucket", policy(allow({ Resource: `${BUCKET}*` }))],
    ["everybody, bound by a condition", policy(allow({ Principal: { AWS: "*" } }))],
    [
        "everybody but another service",
        policy(allow({ Principal: undefined, NotPrincipal: { Service: "ec2.amazonaws.com" } })),
    ],
    ["all actions but one", policy(allow({ Action: undefined, NotAction: "s3:DeleteObject" }))],
    ["a text that is no policy, of which others speak", "{"],
];

const KEPT_OUT: [string, string, string][] = [
    [
        "nobody allowed at all",
        policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }),
        "s3:PutObject on its objects and no s3:GetBucketAcl on the bucket",
    ],
    [
        "an account only",
        policy(ACL, allow({ Principal: { AWS: "111122223333" } })),
        "s3:PutObject on its objects",
    ],
    [
        "another service",
        policy(ACL, allow({ Principal: { Service: "logging.s3.amazonaws.com" } })),
        "s3:PutObject on its objects",
    ],
    [
        "the bucket in place of its objects",
        policy(allow({ Resource: BUCKET })),
        "s3:PutObject on its objects",
    ],
    [
        "writing without reading the access list",
        policy(allow({ Action: "s3:PutObject" })),
        "s3:GetBucketAcl on the bucket",
    ],
    [
        "all actions but the one that it needs",
        policy(ACL, allow({ Action: undefined, NotAction: "S3:put*" })),
        "s3:PutObject on its objects",
    ],
];

describe("checkDeliveryAdmitted", () => {
    for (const [what, text] of ADMITTED) {
        it(`accepts ${what}`, () => {
            assert.deepEqual(checkDeliveryAdmitted(text), []);
        });
    }

    for (const [what, text, missing] of KEPT_OUT) {
        it(`finds delivery kept out by ${what}`, () => {
            assert.deepEqual(checkDeliveryAdmitted(text), [
                {
                    path: "Statement",
                    reason:
                        `lets delivery.logs.amazonaws.com do no ${missing}, so AWS refuses the flow log, or nothing arrives; ` +
                        "allow it, bound by aws:SourceAccount",
                },
            ]);
        });
    }
});

describe("checkDeliveryTrusted", () => {
    const trust = (Principal: object, Action = "sts:AssumeRole") =>
        policy({ Effect: "Allow", Principal, Action });

    it("accepts the trust policy that the component writes, and one for everybody", () => {
        const scope = { partition: "aws", region: "eu-west-1", accountId: "111122223333" };
        assert.deepEqual(checkDeliveryTrusted(deliveryRoleTrust(scope)), []);
        assert.deepEqual(checkDeliveryTrusted(trust({ AWS: "*" }, "sts:*")), []);
    });

    for (const [what, text] of [
        ["of another service", trust({ Service: "ec2.amazonaws.com" })],
        [
            "of the service that delivers to buckets",
            trust({ Service: "delivery.logs.amazonaws.com" }),
        ],
        ["of another action", trust({ Service: "vpc-flow-logs.amazonaws.com" }, "sts:TagSession")],
    ] as const) {
        it(`finds the flow logs service kept out by a policy ${what}`, () => {
            assert.deepEqual(checkDeliveryTrusted(text), [
                {
                    path: "Statement",
                    reason:
                        "does not let vpc-flow-logs.amazonaws.com assume the role, so nothing arrives in the log group; " +
                        "allow it sts:AssumeRole, bound by aws:SourceAccount",
                },
            ]);
        });
    }
});
