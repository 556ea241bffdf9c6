import assert from "node:assert/strict";

import { checkKeyPolicy, findKeyUser } from "../../../sdk/domain";

const ACTIONS =
    "kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* and kms:DescribeKey";
const DELIVERY = "delivery.logs.amazonaws.com";
const USE = { service: DELIVERY, destination: 'Bucket "logs"' };
const REMEDY = `allow ${DELIVERY} ${ACTIONS}`;

const ALLOW = {
    Effect: "Allow",
    Principal: { Service: DELIVERY },
    Action: "kms:GenerateDataKey*",
    Resource: "*",
};

function policyOf(...Statement: object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

describe("findKeyUser", () => {
    for (const [destination, region, user] of [
        ["s3", "eu-central-1", DELIVERY],
        ["cloud-watch-logs", "eu-central-1", "logs.eu-central-1.amazonaws.com"],
        ["cloud-watch-logs", "cn-north-1", "logs.cn-north-1.amazonaws.com.cn"],
        ["cloud-watch-logs", undefined, "logs.*.amazonaws.com"],
        ["kinesis-data-firehose", "eu-central-1", undefined],
    ] as const) {
        it(`is ${user} for ${destination} in ${region}`, () => {
            assert.equal(findKeyUser(destination, region), user);
        });
    }
});

describe("checkKeyPolicy", () => {
    const admitting: [string, object[]][] = [
        ["the service", [ALLOW]],
        ["the action in another letter case", [{ ...ALLOW, Action: "KMS:generatedatakey" }]],
        ["every principal", [{ ...ALLOW, Principal: "*" }]],
        ["every principal as AWS", [{ ...ALLOW, Principal: { AWS: "*" } }]],
        ["every service", [{ ...ALLOW, Principal: { Service: "*" } }]],
        ["all actions but one", [{ ...ALLOW, Action: undefined, NotAction: "kms:Delete*" }]],
        ["everybody but another", [{ ...ALLOW, Principal: undefined, NotPrincipal: { AWS: "1" } }]],
        [
            "the service for one account",
            [{ ...ALLOW, Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } }],
        ],
        [
            "services of AWS",
            [
                {
                    ...ALLOW,
                    Principal: "*",
                    Condition: { Bool: { "aws:PrincipalIsAWSService": true } },
                },
            ],
        ],
        [
            "the service, and denies others",
            [
                ALLOW,
                { ...ALLOW, Effect: "Deny", Principal: { Service: "sns.amazonaws.com" } },
                {
                    ...ALLOW,
                    Effect: "Deny",
                    Principal: "*",
                    Condition: {
                        StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
                        Bool: { "aws:PrincipalIsAWSService": "false" },
                    },
                },
                {
                    ...ALLOW,
                    Effect: "Deny",
                    Principal: "*",
                    Condition: { Odd: { "aws:SecureTransport": "true" } },
                },
            ],
        ],
    ];
    for (const [what, statements] of admitting) {
        it(`accepts a policy that admits ${what}`, () => {
            assert.deepEqual(checkKeyPolicy(policyOf(...statements), USE), []);
        });
    }

    const refusing: [string, object][] = [
        ["another service", { ...ALLOW, Principal: { Service: "logs.amazonaws.com" } }],
        ["accounts", { ...ALLOW, Principal: { AWS: "arn:aws:iam::111122223333:root" } }],
        ["another action", { ...ALLOW, Action: "kms:Encrypt" }],
        ["all actions but this", { ...ALLOW, Action: undefined, NotAction: "kms:Generate*" }],
        [
            "everybody but it",
            { ...ALLOW, Principal: undefined, NotPrincipal: { Service: DELIVERY } },
        ],
        [
            "principals of an organisation",
            {
                ...ALLOW,
                Principal: "*",
                Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
            },
        ],
    ];
    for (const [what, statement] of refusing) {
        it(`rejects a policy that admits ${what} only`, () => {
            assert.deepEqual(checkKeyPolicy(policyOf(statement), USE), [
                {
                    path: "",
                    reason: `does not let ${DELIVERY} use the key, so no flow log reaches Bucket "logs"; ${REMEDY}`,
                },
            ]);
        });
    }

    it("rejects a key without a policy of its own", () => {
        assert.deepEqual(checkKeyPolicy(undefined, USE), [
            {
                path: "",
                reason:
                    `is left out, and with its default a key does not let ${DELIVERY} use it, so no flow log reaches ` +
                    `Bucket "logs"; write the default statement and one more: ${REMEDY}`,
            },
        ]);
    });

    it("rejects a Deny of everybody outside an organisation, which a service is too", () => {
        const deny = {
            ...ALLOW,
            Effect: "Deny",
            Principal: "*",
            Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
        };
        assert.deepEqual(checkKeyPolicy(policyOf(ALLOW, deny), USE), [
            {
                path: "Statement[1]",
                reason:
                    `denies ${DELIVERY} the use of the key, so no flow log reaches Bucket "logs"; ` +
                    "except services of AWS from the statement",
            },
        ]);
    });

    it("says what cannot be read", () => {
        assert.match(checkKeyPolicy("{", USE)[0]?.reason ?? "", /^is not JSON/);
    });

    it("takes CloudWatch Logs of any region where the region is not known, and its name without one", () => {
        const anywhere = { service: "logs.*.amazonaws.com", destination: "it" };
        const here = { service: "logs.eu-west-1.amazonaws.com", destination: "it" };
        for (const Service of ["logs.eu-west-1.amazonaws.com", "logs.amazonaws.com"]) {
            const policy = policyOf({ ...ALLOW, Principal: { Service } });
            assert.deepEqual(
                [checkKeyPolicy(policy, anywhere), checkKeyPolicy(policy, here)],
                [[], []],
            );
        }
        const china = policyOf({
            ...ALLOW,
            Principal: { Service: "logs.cn-north-1.amazonaws.com.cn" },
        });
        assert.deepEqual(checkKeyPolicy(china, anywhere), []);
        assert.equal(checkKeyPolicy(china, here).length, 1);
    });

    it("names an unknown region as one", () => {
        const [problem] = checkKeyPolicy(policyOf({ ...ALLOW, Principal: { AWS: "1" } }), {
            service: "logs.*.amazonaws.com",
            destination: "it",
        });
        assert.match(problem?.reason ?? "", /allow logs\.<region>\.amazonaws\.com kms:Encrypt/);
    });
});
