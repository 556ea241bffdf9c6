import assert from "node:assert/strict";

import {
    checkPerimeterGaps,
    type Perimeter,
    type PolicyCondition,
    type PolicyDocument,
    type PolicyPrincipal,
} from "../../../../../sdk/domain/endpoint-policy";
import { ACCOUNT, allow, allowIf, denyIf, ORGANIZATION, policy } from "../policies";

const IN_ORGANIZATION: PolicyCondition = { StringEquals: { "aws:PrincipalOrgID": [ORGANIZATION] } };
const OTHER_ACCOUNT = "444455556666";

function to(Principal: PolicyPrincipal): PolicyDocument {
    return policy(allow({ Principal }));
}

describe("checkPerimeterGaps with an expected perimeter", () => {
    const PATH = `${ORGANIZATION}/r-ab12/ou-ab12-11111111/*`;
    const within: { title: string; document: PolicyDocument; expected: Partial<Perimeter> }[] = [
        {
            title: "the expected organisation",
            document: policy(allowIf(IN_ORGANIZATION)),
            expected: { organizationIds: [ORGANIZATION] },
        },
        {
            title: "a part of the expected organisation",
            document: policy(
                allowIf({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": [PATH] } }),
            ),
            expected: { organizationIds: [ORGANIZATION] },
        },
        {
            title: "the expected path",
            document: policy(
                allowIf({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": [PATH] } }),
            ),
            expected: { organizationPaths: [PATH] },
        },
        {
            title: "an expected account",
            document: to({ AWS: [ACCOUNT] }),
            expected: { accountIds: [ACCOUNT] },
        },
        {
            title: "an unexpected account bounded by the expected organisation",
            document: policy(allow({ Principal: { AWS: [ACCOUNT] }, Condition: IN_ORGANIZATION })),
            expected: { organizationIds: [ORGANIZATION] },
        },
        {
            title: "an unexpected account denied",
            document: policy(
                allowIf({ StringEquals: { "aws:PrincipalAccount": [ACCOUNT, OTHER_ACCOUNT] } }),
                denyIf({ StringEquals: { "aws:PrincipalAccount": [OTHER_ACCOUNT] } }),
            ),
            expected: { accountIds: [ACCOUNT] },
        },
        {
            title: "an unexpected account of resources",
            document: policy(
                allowIf({
                    StringEquals: {
                        "aws:PrincipalAccount": [ACCOUNT],
                        "aws:ResourceAccount": [OTHER_ACCOUNT],
                    },
                }),
            ),
            expected: { accountIds: [ACCOUNT] },
        },
        {
            title: "anything where nothing is expected",
            document: policy(allowIf(IN_ORGANIZATION)),
            expected: { organizationIds: [], accountIds: [] },
        },
    ];
    for (const { title, document, expected } of within) {
        it(`accepts ${title}`, () => {
            assert.deepEqual(checkPerimeterGaps(document, expected), []);
        });
    }

    const beyond: {
        title: string;
        document: PolicyDocument;
        expected: Partial<Perimeter>;
        names: string;
    }[] = [
        {
            title: "another organisation",
            document: policy(
                allowIf({ StringEquals: { "aws:PrincipalOrgID": [ORGANIZATION, "o-zzzzzzzzzz"] } }),
            ),
            expected: { organizationIds: [ORGANIZATION] },
            names: "organisation o-zzzzzzzzzz",
        },
        {
            title: "an organisation where accounts are expected",
            document: policy(allowIf(IN_ORGANIZATION)),
            expected: { accountIds: [ACCOUNT] },
            names: `organisation ${ORGANIZATION}`,
        },
        {
            title: "other accounts",
            document: to({
                AWS: [ACCOUNT, `arn:aws:iam::${OTHER_ACCOUNT}:role/x`, "777788889999"],
            }),
            expected: { accountIds: [ACCOUNT] },
            names: `account ${OTHER_ACCOUNT}, account 777788889999`,
        },
        {
            title: "more than five accounts",
            document: to({ AWS: Array.from({ length: 7 }, (_, index) => `11112222333${index}`) }),
            expected: { accountIds: [ACCOUNT] },
            names:
                "account 111122223330, account 111122223331, account 111122223332, account 111122223334, " +
                "account 111122223335, and others",
        },
        {
            title: "an organisation where a part of it is expected",
            document: policy(allowIf(IN_ORGANIZATION)),
            expected: { organizationPaths: [PATH] },
            names: `more of organisation ${ORGANIZATION} than the expected paths`,
        },
        {
            title: "more paths than expected",
            document: policy(
                allowIf({
                    "ForAnyValue:StringLike": {
                        "aws:PrincipalOrgPaths": [`${ORGANIZATION}/r-ab12/*`],
                    },
                }),
            ),
            expected: { organizationPaths: [PATH] },
            names: `more of organisation ${ORGANIZATION} than the expected paths`,
        },
        {
            title: "an account bounded by another organisation",
            document: policy(
                allow({ Principal: { AWS: [OTHER_ACCOUNT] }, Condition: IN_ORGANIZATION }),
            ),
            expected: { accountIds: [ACCOUNT] },
            names: `organisation ${ORGANIZATION}`,
        },
    ];
    for (const { title, document, expected, names } of beyond) {
        it(`finds ${title} beyond the expected perimeter`, () => {
            assert.deepEqual(checkPerimeterGaps(document, expected), [
                {
                    path: "Statement[0]",
                    reason:
                        `admits ${names}, which the perimeter does not contain; ` +
                        "remove them from the policy, or add them to the perimeter",
                },
            ]);
        });
    }
});
