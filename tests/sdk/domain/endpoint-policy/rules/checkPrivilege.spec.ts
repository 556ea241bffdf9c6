import assert from "node:assert/strict";

import {
    buildPerimeterPolicy,
    checkPrivilege,
    FULL_ACCESS_POLICY,
    type PolicyStatement,
} from "../../../../../sdk/domain/endpoint-policy";
import { ACCOUNT, allow, allowIf, deny, ORGANIZATION, policy } from "../policies";

const UNBOUNDED =
    "does not say whose resources may be used, so those of any account may; " +
    "add StringEquals on aws:ResourceOrgID or aws:ResourceAccount, or name ARNs with an account";
const CLUSTERS = [`arn:aws:eks:*:${ACCOUNT}:cluster/*`];

describe("checkPrivilege", () => {
    it("finds that full access is too much", () => {
        assert.deepEqual(checkPrivilege(FULL_ACCESS_POLICY), [
            {
                path: "Statement[0].Action",
                reason: `allows "*", actions of any service; list the actions that are needed`,
            },
            { path: "Statement[0].Resource", reason: UNBOUNDED },
        ]);
    });

    it("accepts a built policy", () => {
        const perimeter = {
            organizationIds: [ORGANIZATION],
            organizationPaths: [`${ORGANIZATION}/r-ab12/*`],
            accountIds: [ACCOUNT],
        };
        assert.deepEqual(checkPrivilege(buildPerimeterPolicy("eks", perimeter)), []);
        const proxy = buildPerimeterPolicy("eks-proxy", perimeter);
        assert.deepEqual(checkPrivilege(proxy, ["eks:*"], "eks-proxy"), []);
    });

    it("finds NotAction, whatever it leaves out", () => {
        const statement = allow({
            Action: undefined,
            NotAction: ["eks:Delete*"],
            Resource: CLUSTERS,
        });
        assert.deepEqual(checkPrivilege(policy(statement)), [
            {
                path: "Statement[0].NotAction",
                reason: "allows every action but those listed (eks:Delete*); list the actions to allow in Action",
            },
        ]);
    });

    const allowed = ["eks:Describe*", "eks:ListClusters"];
    const within = [
        "eks:DescribeCluster",
        "EKS:describe*Cluster",
        "eks:Describe?*",
        "eks:ListClusters",
    ];
    for (const action of within) {
        it(`finds ${action} within ${allowed.join(", ")}`, () => {
            const statement = allow({ Action: [action], Resource: CLUSTERS });
            assert.deepEqual(checkPrivilege(policy(statement), allowed), []);
        });
    }
    for (const action of ["eks:*", "*", "eks:List*", "eks:D*", "eks:DeleteCluster"]) {
        it(`finds ${action} beyond ${allowed.join(", ")}`, () => {
            const statement = allow({ Action: [action], Resource: CLUSTERS });
            assert.deepEqual(checkPrivilege(policy(statement), allowed), [
                {
                    path: "Statement[0].Action",
                    reason:
                        `allows "${action}", which goes beyond the configured actions ` +
                        "(eks:Describe*, eks:ListClusters); narrow it, or configure it",
                },
            ]);
        });
    }

    const bounded: { title: string; statements: PolicyStatement[] }[] = [
        {
            title: "an organisation",
            statements: [allowIf({ StringEquals: { "aws:resourceorgid": [ORGANIZATION] } })],
        },
        {
            title: "the caller's own account",
            statements: [
                allowIf({ StringEquals: { "aws:ResourceAccount": ["${aws:PrincipalAccount}"] } }),
            ],
        },
        {
            title: "an account with IfExists, whose key is always there",
            statements: [allowIf({ StringEqualsIfExists: { "aws:ResourceAccount": [ACCOUNT] } })],
        },
        {
            title: "an organisation with IfExists for callers of the same, whose resources are in it",
            statements: [
                allowIf({
                    StringEquals: { "aws:PrincipalOrgID": [ORGANIZATION] },
                    StringEqualsIfExists: { "aws:ResourceOrgID": [ORGANIZATION] },
                }),
            ],
        },
        { title: "ARNs with an account", statements: [allow({ Resource: CLUSTERS })] },
        {
            title: "what AWS owns",
            statements: [allow({ Resource: ["arn:aws:eks::aws:cluster-access-policy/*"] })],
        },
        {
            title: "actions without resources",
            statements: [allow({ Action: ["eks:ListClusters"] })],
        },
        {
            title: "a Deny for other owners' resources",
            statements: [
                allow(),
                deny({ Condition: { StringNotEquals: { "aws:ResourceOrgID": [ORGANIZATION] } } }),
            ],
        },
    ];
    for (const { title, statements } of bounded) {
        it(`takes ${title} for a bound on resources`, () => {
            assert.deepEqual(checkPrivilege(policy(...statements)), []);
        });
    }

    const unbounded: { title: string; statements: PolicyStatement[] }[] = [
        {
            title: "IfExists",
            statements: [
                allowIf({ StringEqualsIfExists: { "aws:ResourceOrgID": [ORGANIZATION] } }),
            ],
        },
        {
            title: "IfExists for callers that may be in no organisation",
            statements: [
                allowIf({
                    StringEqualsIfExists: {
                        "aws:PrincipalOrgID": [ORGANIZATION],
                        "aws:ResourceOrgID": [ORGANIZATION],
                    },
                }),
            ],
        },
        {
            title: "a negated operator",
            statements: [allowIf({ StringNotEquals: { "aws:ResourceAccount": [ACCOUNT] } })],
        },
        {
            title: "a wildcard",
            statements: [allowIf({ StringLike: { "aws:ResourceOrgID": ["o-*"] } })],
        },
        {
            title: "ForAllValues",
            statements: [
                allowIf({
                    "ForAllValues:StringLike": { "aws:ResourceOrgPaths": [`${ORGANIZATION}/*`] },
                }),
            ],
        },
        {
            title: "ARNs of any account",
            statements: [allow({ Resource: ["arn:aws:eks:*:*:cluster/*"] })],
        },
        { title: "one ARN among others", statements: [allow({ Resource: [...CLUSTERS, "*"] })] },
        {
            title: "a Deny for some actions only",
            statements: [
                allow(),
                deny({
                    Action: ["eks:Create*"],
                    Condition: { StringNotEquals: { "aws:ResourceOrgID": [ORGANIZATION] } },
                }),
            ],
        },
    ];
    for (const { title, statements } of unbounded) {
        it(`does not take ${title} for a bound on resources`, () => {
            assert.deepEqual(checkPrivilege(policy(...statements)), [
                { path: "Statement[0].Resource", reason: UNBOUNDED },
            ]);
        });
    }

    it("names NotResource where that is what leaves resources open", () => {
        const statement = allow({ Resource: undefined, NotResource: CLUSTERS });
        assert.deepEqual(checkPrivilege(policy(statement)), [
            { path: "Statement[0].NotResource", reason: UNBOUNDED },
        ]);
    });
});
