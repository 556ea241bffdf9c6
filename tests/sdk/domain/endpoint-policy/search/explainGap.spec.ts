import assert from "node:assert/strict";

import {
    checkPerimeterGaps,
    type PolicyCondition,
} from "../../../../../sdk/domain/endpoint-policy";
import { ACCOUNT, allow, allowIf, denyIf, ORGANIZATION, policy } from "../policies";

describe("explainGap", () => {
    const reasons: { condition: PolicyCondition; why: string }[] = [
        {
            condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": [ORGANIZATION] } },
            why: "StringEqualsIfExists aws:PrincipalOrgID lets requests without that key pass",
        },
        {
            condition: {
                "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": [`${ORGANIZATION}/*`] },
            },
            why: "ForAllValues:StringLike aws:PrincipalOrgPaths lets requests without that key pass",
        },
        {
            condition: {
                "ForAnyValue:StringLikeIfExists": {
                    "aws:PrincipalOrgPaths": [`${ORGANIZATION}/*`],
                },
            },
            why: "ForAnyValue:StringLikeIfExists aws:PrincipalOrgPaths lets requests without that key pass",
        },
        {
            condition: { Null: { "aws:PrincipalOrgID": ["true"] } },
            why: "Null aws:PrincipalOrgID lets requests without that key pass",
        },
        ...["*", "o-*", "o-a1b2c3d4e*"].map((value) => ({
            condition: { StringLike: { "aws:PrincipalOrgID": [value] } },
            why: "StringLike aws:PrincipalOrgID has a wildcard that fits others too",
        })),
        {
            condition: { StringLike: { "aws:PrincipalAccount": ["1*"] } },
            why: "StringLike aws:PrincipalAccount has a wildcard that fits others too",
        },
        {
            condition: { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/admin"] } },
            why: "ArnLike aws:PrincipalArn has a wildcard that fits others too",
        },
        {
            condition: { StringLike: { "aws:PrincipalArn": ["arn:aws:iam::1*"] } },
            why: "StringLike aws:PrincipalArn has a wildcard that fits others too",
        },
        {
            condition: {
                "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["*/ou-ab12-11111111/*"] },
            },
            why: "ForAnyValue:StringLike aws:PrincipalOrgPaths has a wildcard that fits others too",
        },
        {
            condition: { StringNotEquals: { "aws:PrincipalAccount": [ACCOUNT] } },
            why: "StringNotEquals aws:PrincipalAccount keeps out only what it lists",
        },
        {
            condition: { StringEquals: { "aws:PrincipalOrgID": ["${aws:PrincipalOrgID}"] } },
            why: "StringEquals aws:PrincipalOrgID compares the caller with itself",
        },
        {
            condition: {
                StringEquals: { "aws:PrincipalAccount": ["${aws:PrincipalTag/account}"] },
            },
            why: "StringEquals aws:PrincipalAccount compares the caller with itself",
        },
        {
            condition: { StringEquals: { "aws:PrincipalOrgID": ["${aws:ResourceOrgID}"] } },
            why: "StringEquals aws:PrincipalOrgID compares the caller with itself",
        },
        {
            condition: { Bool: { "aws:PrincipalIsAWSService": ["false"] } },
            why: "Bool aws:PrincipalIsAWSService holds for others too",
        },
        {
            condition: { StringEquals: { "aws:PrincipalTag/team": ["network"] } },
            why: "StringEquals aws:PrincipalTag/team holds for others too",
        },
        {
            condition: { StringEquals: { "aws:PrincipalType": ["AssumedRole"] } },
            why: "StringEquals aws:PrincipalType holds for others too",
        },
        ...[
            ["aws:SourceVpc", "vpc-1"],
            ["aws:SourceVpce", "vpce-1"],
            ["aws:RequestedRegion", "eu-west-1"],
        ].map(([key = "", value = ""]) => ({
            condition: { StringEquals: { [key]: [value] } },
            why: `every request through the endpoint can meet ${key}`,
        })),
        {
            condition: { IpAddress: { "aws:VpcSourceIp": ["10.0.0.0/8"] } },
            why: "every request through the endpoint can meet aws:VpcSourceIp",
        },
        {
            condition: { NotIpAddress: { "aws:SourceIp": ["10.0.0.0/8"] } },
            why: "requests through the endpoint do not carry aws:SourceIp",
        },
        {
            condition: { Bool: { "aws:SecureTransport": ["true"] } },
            why: "every request through the endpoint can meet aws:SecureTransport",
        },
        {
            condition: { DateGreaterThan: { "aws:CurrentTime": ["2026-11-22T00:00:00Z"] } },
            why: "every request through the endpoint can meet aws:CurrentTime",
        },
        {
            condition: { StringEquals: { "aws:ResourceOrgID": [ORGANIZATION] } },
            why: "aws:ResourceOrgID bounds the resources, not who calls",
        },
        {
            condition: { StringEquals: { "aws:ResourceAccount": ["${aws:PrincipalAccount}"] } },
            why: "aws:ResourceAccount bounds the resources, not who calls",
        },
        {
            condition: { StringEquals: { "eks:authenticationMode": ["API"] } },
            why: "no condition says whose principals they are",
        },
        {
            condition: { StringEqual: { "aws:PrincipalOrgID": [ORGANIZATION] } },
            why: "StringEqual is no condition operator",
        },
    ];
    for (const { condition, why } of reasons) {
        it(`says why ${JSON.stringify(condition)} keeps nobody out`, () => {
            assert.deepEqual(checkPerimeterGaps(policy(allowIf(condition))), [
                {
                    path: "Statement[0]",
                    reason:
                        `admits principals of any account, for example to eks:DescribeCluster (${why}); ` +
                        "bound the principals with StringEquals on aws:PrincipalOrgID or aws:PrincipalAccount, " +
                        "or name accounts in Principal",
                },
            ]);
        });
    }

    it("says that NotPrincipal names the others, and that no Deny covers them", () => {
        const document = policy(
            allow({ Principal: undefined, NotPrincipal: { AWS: [ACCOUNT] } }),
            denyIf({ StringEquals: { "aws:PrincipalOrgID": [ORGANIZATION] } }),
        );
        assert.match(
            checkPerimeterGaps(document)[0]?.reason ?? "",
            /\(NotPrincipal names everybody it does not list; no Deny covers this\)/,
        );
    });
});
