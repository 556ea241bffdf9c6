import assert from "node:assert/strict";

import {
    checkPerimeterGaps,
    FULL_ACCESS_POLICY,
    type PolicyCondition,
    type PolicyDocument,
    type PolicyPrincipal,
    type PolicyStatement,
} from "../../../../../sdk/domain/endpoint-policy";
import { ACCOUNT, allow, allowIf, deny, denyIf, ORGANIZATION, policy } from "../policies";

const IN_ORGANIZATION: PolicyCondition = { StringEquals: { "aws:PrincipalOrgID": [ORGANIZATION] } };
const NOT_IN_ORGANIZATION: PolicyCondition = {
    StringNotEquals: { "aws:PrincipalOrgID": [ORGANIZATION] },
};
const OTHER_ACCOUNT = "444455556666";

/** Statements with a gap, by index. */
function gapsOf(document: PolicyDocument): string[] {
    return checkPerimeterGaps(document).map(({ path }) => path);
}

function to(Principal: PolicyPrincipal): PolicyDocument {
    return policy(allow({ Principal }));
}

describe("checkPerimeterGaps", () => {
    const closed: { title: string; document: PolicyDocument }[] = [
        { title: "a policy without statements", document: policy() },
        { title: "only Deny", document: policy(deny()) },
        { title: "everything denied", document: policy(allow(), deny()) },
        { title: "an organisation", document: policy(allowIf(IN_ORGANIZATION)) },
        {
            title: "keys in any letter case",
            document: policy(allowIf({ stringequals: { "AWS:principalORGid": [ORGANIZATION] } })),
        },
        {
            title: "an account",
            document: policy(allowIf({ StringEquals: { "aws:PrincipalAccount": [ACCOUNT] } })),
        },
        {
            title: "organisation paths",
            document: policy(
                allowIf({
                    "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": [`${ORGANIZATION}/*`] },
                }),
            ),
        },
        {
            title: "an ARN with a whole account",
            document: policy(
                allowIf({ ArnLike: { "aws:PrincipalArn": [`arn:aws:iam::${ACCOUNT}:role/*`] } }),
            ),
        },
        { title: "an account as principal", document: to({ AWS: [ACCOUNT] }) },
        {
            title: "accounts, users, roles and sessions as principals",
            document: to({
                AWS: [
                    `arn:aws:iam::${ACCOUNT}:root`,
                    `arn:aws:iam::${ACCOUNT}:user/x`,
                    `arn:aws:iam::${OTHER_ACCOUNT}:role/x`,
                    `arn:aws:sts::${ACCOUNT}:assumed-role/x/y`,
                ],
            }),
        },
        { title: "AWS services as principals", document: to({ Service: ["eks.amazonaws.com"] }) },
        {
            title: "an identity provider of an account",
            document: to({ Federated: [`arn:aws:iam::${ACCOUNT}:saml-provider/x`] }),
        },
        {
            title: "NotPrincipal for everybody",
            document: policy(allow({ Principal: undefined, NotPrincipal: "*" })),
        },
        {
            title: "requests of AWS services",
            document: policy(allowIf({ Bool: { "aws:PrincipalIsAWSService": ["true"] } })),
        },
        {
            title: "the name of an AWS service",
            document: policy(
                allowIf({ StringLike: { "aws:PrincipalServiceName": ["*.amazonaws.com"] } }),
            ),
        },
        {
            title: "the unique identifier of a role",
            document: policy(
                allowIf({ StringLike: { "aws:userid": ["AROAEXAMPLEEXAMPLE123:*"] } }),
            ),
        },
        { title: "a Deny for others", document: policy(allow(), denyIf(NOT_IN_ORGANIZATION)) },
        {
            title: "a Deny with IfExists, which a request without the key meets all the same",
            document: policy(
                allow(),
                denyIf({
                    StringNotEqualsIfExists: { "aws:PrincipalOrgID": [ORGANIZATION] },
                    BoolIfExists: { "aws:PrincipalIsAWSService": ["false"] },
                }),
            ),
        },
        {
            title: "a Deny with ForAllValues, which a request without the key meets all the same",
            document: policy(
                allow(),
                denyIf({
                    "ForAllValues:StringNotLike": {
                        "aws:PrincipalOrgPaths": [`${ORGANIZATION}/*`],
                    },
                }),
            ),
        },
        {
            title: "a Deny for all principals but some",
            document: policy(
                allow(),
                deny({ Principal: undefined, NotPrincipal: { AWS: [ACCOUNT] } }),
            ),
        },
        {
            title: "a Deny for strangers with and one for those without organisation",
            document: policy(
                allow(),
                denyIf({ ...NOT_IN_ORGANIZATION, Null: { "aws:PrincipalOrgID": ["false"] } }),
                denyIf({ Null: { "aws:PrincipalOrgID": ["true"] } }),
            ),
        },
        {
            title: "Denies that share the actions between them",
            document: policy(
                allow(),
                deny({ Action: ["eks:Create*"], Condition: NOT_IN_ORGANIZATION }),
                deny({
                    Action: undefined,
                    NotAction: ["eks:Create*"],
                    Condition: NOT_IN_ORGANIZATION,
                }),
            ),
        },
        {
            title: "Denies that share the resources between them",
            document: policy(
                allow(),
                deny({ Resource: ["arn:aws:eks:*"], Condition: NOT_IN_ORGANIZATION }),
                deny({
                    Resource: undefined,
                    NotResource: ["arn:aws:eks:*"],
                    Condition: NOT_IN_ORGANIZATION,
                }),
            ),
        },
        {
            title: "an Allow and a Deny that no VPC meets both",
            document: policy(
                allowIf({ StringEquals: { "aws:SourceVpc": ["vpc-1"] } }),
                denyIf({ StringNotEquals: { "aws:SourceVpc": ["vpc-2"] } }),
            ),
        },
        {
            title: "an organisation that must be the resource's, and the resource's a known one",
            document: policy(
                allowIf({
                    StringEquals: {
                        "aws:PrincipalOrgID": ["${aws:ResourceOrgID}"],
                        "aws:ResourceOrgID": [ORGANIZATION],
                    },
                }),
            ),
        },
        {
            title: "the caller's own account within an organisation of resources",
            document: policy(
                allowIf({
                    StringEquals: {
                        "aws:ResourceAccount": ["${aws:PrincipalAccount}"],
                        "aws:ResourceOrgID": [ORGANIZATION],
                    },
                }),
            ),
        },
        {
            title: "a policy variable in the version that takes it for plain text",
            document: {
                ...policy(
                    allowIf({ StringEquals: { "aws:PrincipalOrgID": ["${aws:PrincipalOrgID}"] } }),
                ),
                Version: "2008-10-17",
            },
        },
        {
            title: "a wildcard under an operator that takes it for plain text",
            document: policy(allowIf({ StringEquals: { "aws:PrincipalOrgID": ["o-*"] } })),
        },
        {
            title: "plain HTTP",
            document: policy(allowIf({ Bool: { "aws:SecureTransport": ["false"] } })),
        },
    ];
    for (const { title, document } of closed) {
        it(`finds none in ${title}`, () => {
            assert.deepEqual(checkPerimeterGaps(document), []);
        });
    }

    const open: { title: string; document: PolicyDocument; gaps?: string[] }[] = [
        { title: "full access", document: FULL_ACCESS_POLICY },
        { title: "everybody as AWS principal", document: to({ AWS: ["*"] }) },
        { title: "everybody among others", document: to({ AWS: [ACCOUNT, "*"] }) },
        {
            title: "a wildcard account as principal",
            document: to({ AWS: ["arn:aws:iam::*:root"] }),
        },
        {
            title: "users of a public identity provider",
            document: to({ Federated: ["graph.facebook.com"] }),
        },
        { title: "an unknown type of principal", document: to({ Anybody: [ACCOUNT] }) },
        {
            title: "NotPrincipal",
            document: policy(allow({ Principal: undefined, NotPrincipal: { AWS: [ACCOUNT] } })),
        },
        {
            title: "NotAction",
            document: policy(allow({ Action: undefined, NotAction: ["eks:Delete*"] })),
        },
        {
            title: "NotResource",
            document: policy(allow({ Resource: undefined, NotResource: ["arn:aws:eks:*"] })),
        },
        {
            title: "one open statement among closed ones",
            document: policy(
                allowIf(IN_ORGANIZATION),
                allow({ Action: ["eks:ListClusters"] }),
                denyIf(IN_ORGANIZATION),
            ),
            gaps: ["Statement[1]"],
        },
        {
            title: "a Deny for some actions only",
            document: policy(
                allow(),
                deny({ Action: ["eks:Create*"], Condition: NOT_IN_ORGANIZATION }),
            ),
        },
        {
            title: "a Deny for every action there is now, but none to come",
            document: policy(
                allow(),
                deny({ Action: ["eks:??????*"], Condition: NOT_IN_ORGANIZATION }),
            ),
        },
        {
            title: "a Deny for some resources only",
            document: policy(
                allow(),
                deny({ Resource: ["arn:aws:eks:*"], Condition: NOT_IN_ORGANIZATION }),
            ),
        },
        {
            title: "a Deny that needs the key to be there",
            document: policy(
                allow(),
                denyIf({
                    "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": [`${ORGANIZATION}/*`] },
                }),
            ),
        },
        {
            title: "a Deny with another condition beside",
            document: policy(
                allow(),
                denyIf({
                    ...NOT_IN_ORGANIZATION,
                    Bool: { "aws:MultiFactorAuthPresent": ["true"] },
                }),
            ),
        },
        {
            title: "a Deny for a bad organisation",
            document: policy(allow(), denyIf(IN_ORGANIZATION)),
        },
        {
            title: "a tag that two conditions ask different things of",
            document: policy(
                allowIf({ StringLike: { "aws:PrincipalTag/x": ["abcdef*"] } }),
                denyIf({ StringNotLike: { "aws:PrincipalTag/x": ["*uvwxyz"] } }),
            ),
        },
        {
            title: "tag keys that two conditions ask different things of",
            document: policy(
                allowIf({
                    "ForAnyValue:StringEquals": { "aws:TagKeys": ["a"] },
                    "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] },
                }),
                denyIf({ "ForAllValues:StringNotEquals": { "aws:TagKeys": ["b"] } }),
            ),
        },
        {
            title: "a resource of one account in the reach of others",
            document: policy(
                allow({ Resource: [`arn:aws:eks:*:${ACCOUNT}:cluster/*`] }),
                denyIf({ StringNotEquals: { "aws:ResourceAccount": [ACCOUNT] } }),
            ),
        },
        {
            title: "a Deny with an unknown operator",
            document: policy(
                allow(),
                denyIf({ StringNotEqual: { "aws:PrincipalOrgID": [ORGANIZATION] } }),
            ),
        },
    ];
    for (const { title, document, gaps = ["Statement[0]"] } of open) {
        it(`finds one in ${title}`, () => {
            assert.deepEqual(gapsOf(document), gaps);
        });
    }

    it("finds each open statement", () => {
        assert.deepEqual(gapsOf(policy(allow(), allow())), ["Statement[0]", "Statement[1]"]);
    });

    it("looks only at actions of the endpoint's service", () => {
        const document = policy(
            allow({ Action: ["*"] }),
            deny({ Action: ["eks:*"], Condition: NOT_IN_ORGANIZATION }),
        );
        assert.deepEqual(checkPerimeterGaps(document, {}, "eks"), []);
        assert.match(
            checkPerimeterGaps(document, {}, "eks-auth")[0]?.reason ?? "",
            /for example to eks-auth:AssumeRoleForPodIdentity /,
        );
        assert.equal(checkPerimeterGaps(document, {}, "eks-proxy").length, 1);
    });

    const names = (count: number, name: (index: number) => string) =>
        Array.from({ length: count }, (_, index) => name(index));
    const large: [what: string, statement: PolicyStatement][] = [
        ["2,000 actions", allow({ Action: names(2000, (index) => `eks:a${index}`) })],
        [
            "2,000 beginnings of actions",
            allow({ Action: names(2000, (index) => `eks:a${index}*`) }),
        ],
        [
            "600 clusters",
            allow({ Resource: names(600, (index) => `arn:aws:eks:*:*:cluster/c${index}-*`) }),
        ],
        [
            "1,200 accounts that are kept out",
            allowIf({
                StringNotEquals: {
                    "aws:PrincipalAccount": names(1200, (index) => `1${index}`.padEnd(12, "7")),
                },
            }),
        ],
    ];
    for (const [what, statement] of large) {
        it(`can tell whom a statement of ${what} admits`, () => {
            assert.match(
                checkPerimeterGaps(policy(statement), {}, "eks")[0]?.reason ?? "",
                /^admits principals of any account/,
            );
        });
    }

    it("says of a policy that is too complicated that it cannot tell", () => {
        const values = Array.from({ length: 60 }, (_, index) => `*a${index}*b${index}*c*`);
        const document = policy(allowIf({ StringLike: { "aws:PrincipalTag/x": values } }));
        assert.deepEqual(checkPerimeterGaps(document), [
            {
                path: "Statement[0]",
                reason:
                    "has too many wildcards and conditions to tell whom it admits; " +
                    "split the policy into simpler statements that each name the organisation or the accounts",
            },
        ]);
    });
});
