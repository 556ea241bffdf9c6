import assert from "node:assert/strict";

import fc from "fast-check";

import {
    checkPolicy,
    FULL_ACCESS_POLICY,
    type PolicyCondition,
    type PolicyStatement,
    renderPolicy,
} from "../../../../../sdk/domain/endpoint-policy";
import { ALL_SERVICES, type EksService, serviceFacts } from "../../../../../sdk/domain/services";
import { ACCOUNT, allow, allowIf, deny, ORGANIZATION, policy } from "../policies";

function problemsOf(service: EksService, ...statements: PolicyStatement[]): string[] {
    const text = renderPolicy(policy(...statements));
    return checkPolicy(text, service).map(({ path, reason }) => `${path}: ${reason}`);
}

describe("checkPolicy", () => {
    it("refuses any policy of the service that takes none", () => {
        assert.deepEqual(checkPolicy(renderPolicy(FULL_ACCESS_POLICY), "oidc-eks"), [
            {
                path: "",
                reason: "oidc-eks takes no endpoint policy, not even one that allows everything; leave the policy out",
            },
        ]);
    });

    for (const service of ALL_SERVICES.filter(
        (each) => serviceFacts(each).policySupport !== "refused",
    )) {
        it(`accepts full access for ${service}`, () => {
            assert.deepEqual(checkPolicy(renderPolicy(FULL_ACCESS_POLICY), service), []);
        });
    }

    it("accepts exactly 20,480 characters and counts white space", () => {
        const text = renderPolicy(FULL_ACCESS_POLICY).padEnd(20_480);
        assert.deepEqual(checkPolicy(text, "eks"), []);
        assert.deepEqual(checkPolicy(`${text} `, "eks"), [
            {
                path: "",
                reason:
                    "has 20,481 characters, white space included; AWS takes at most 20,480; " +
                    "write it without white space, or merge statements",
            },
        ]);
    });

    it("says that a text is not JSON", () => {
        assert.match(checkPolicy("{", "eks")[0]?.reason ?? "", /^is not JSON/);
    });

    it("refuses a version that the language does not have", () => {
        const text = renderPolicy({ ...FULL_ACCESS_POLICY, Version: "2012-10-18" });
        assert.deepEqual(checkPolicy(text, "eks"), [
            { path: "Version", reason: `is "2012-10-18"; allowed: "2012-10-17", "2008-10-17"` },
        ]);
    });

    it("finds policy variables in the version that takes them for plain text", () => {
        const statement = allowIf({
            StringEquals: { "aws:ResourceAccount": ["${aws:PrincipalAccount}"] },
        });
        assert.deepEqual(checkPolicy(JSON.stringify({ Statement: statement }), "eks"), [
            {
                path: "Version",
                reason: `"2008-10-17", also meant when Version is missing, takes policy variables for plain text; write "2012-10-17"`,
            },
        ]);
    });

    it("finds every problem of a policy at once", () => {
        const broken = allow({
            Principal: undefined,
            Action: ["s3:GetObject"],
            Condition: { StringEquals: { "aws:VpceAccount": [ACCOUNT] } },
        });
        assert.equal(problemsOf("eks", broken, broken).length, 6);
    });

    const statementCases: { title: string; statements: PolicyStatement[]; problem: string }[] = [
        {
            title: "a policy without Allow",
            statements: [deny()],
            problem: "Statement: has no Allow statement, so nobody can use the endpoint; add one",
        },
        {
            title: "a Sid used twice",
            statements: [allow({ Sid: "a" }), deny({ Sid: "a" })],
            problem: `Statement[1].Sid: "a" is already the Sid of Statement[0]; a Sid must be unique in its policy`,
        },
        {
            title: "a missing Principal",
            statements: [allow(), deny({ Principal: undefined })],
            problem: `Statement[1]: has no Principal; add one, such as "Principal": "*"`,
        },
        {
            title: "a missing Action",
            statements: [allow({ Action: undefined })],
            problem: `Statement[0]: has no Action; add one, such as "Action": "eks:*"`,
        },
        {
            title: "a missing Resource",
            statements: [allow({ Resource: undefined })],
            problem: `Statement[0]: has no Resource; add one, such as "Resource": "*"`,
        },
        {
            title: "Principal beside NotPrincipal",
            statements: [allow({ NotPrincipal: { AWS: [ACCOUNT] } })],
            problem: "Statement[0]: has both Principal and NotPrincipal; keep one of them",
        },
        {
            title: "Action beside NotAction",
            statements: [allow({ NotAction: ["eks:ListClusters"] })],
            problem: "Statement[0]: has both Action and NotAction; keep one of them",
        },
        {
            title: "a principal that names nobody",
            statements: [allow({ Principal: {} })],
            problem: `Statement[0].Principal: names nobody; write "*" or an object such as {"AWS": "*"}`,
        },
        {
            title: "an unknown type of principal",
            statements: [allow({ Principal: { Aws: ["*"] } })],
            problem:
                "Statement[0].Principal.Aws: is no type of principal; " +
                "allowed: AWS, Service, Federated, CanonicalUser; did you mean AWS?",
        },
        {
            title: "a wildcard in a principal's ARN",
            statements: [allow({ Principal: { AWS: ["arn:aws:iam::*:role/x"] } })],
            problem:
                `Statement[0].Principal.AWS: "arn:aws:iam::*:role/x" has a wildcard, which AWS takes only as a lone "*"; ` +
                `write "*" and compare aws:PrincipalArn in Condition`,
        },
        {
            title: "a malformed principal",
            statements: [deny({ Principal: { AWS: ["bob"] } }), allow()],
            problem:
                `Statement[0].Principal.AWS: "bob" is no AWS principal; write "*", an account ID, or the ARN of ` +
                "an account's root, a user, a role or a session",
        },
        {
            title: "a resource that is no ARN",
            statements: [allow({ Resource: ["my-cluster"] })],
            problem: `Statement[0].Resource: "my-cluster" is neither "*" nor an ARN; write one of the two`,
        },
        {
            title: "an account part that is half a wildcard",
            statements: [allow({ Resource: ["arn:aws:eks:*:1111*:cluster/x"] })],
            problem:
                `Statement[0].Resource: "arn:aws:eks:*:1111*:cluster/x" mixes digits and wildcards in the account part; ` +
                "write a whole account ID there, or a lone *",
        },
        {
            title: "a policy variable where AWS takes none",
            statements: [
                allow(),
                deny({
                    Resource: undefined,
                    NotResource: ["arn:aws:eks:*:${aws:PrincipalAccount}:cluster/*"],
                    Condition: { StringEquals: { "aws:PrincipalTag/x": ["y"] } },
                }),
            ],
            problem:
                'Statement[1].NotResource: "arn:aws:eks:*:${aws:PrincipalAccount}:cluster/*" has a policy variable before ' +
                "the fifth colon, where AWS takes it for plain text; write the value, or * and a condition such as " +
                "StringEquals aws:ResourceAccount",
        },
        {
            title: "an action without resource beside ARNs",
            statements: [
                allow({ Action: ["EKS:listclusters"], Resource: ["arn:aws:eks:*:*:cluster/*"] }),
            ],
            problem:
                "Statement[0].Resource: eks:ListClusters has no resource that an ARN could name, so this never allows it; " +
                `allow it in a statement with "Resource": "*"`,
        },
    ];
    for (const { title, statements, problem } of statementCases) {
        it(`finds ${title}`, () => {
            assert.deepEqual(problemsOf("eks", ...statements), [problem]);
        });
    }

    const principals = [
        "*",
        ACCOUNT,
        `arn:aws:iam::${ACCOUNT}:root`,
        `arn:aws-cn:iam::${ACCOUNT}:role/path/name`,
        `arn:aws:sts::${ACCOUNT}:assumed-role/name/session`,
    ];
    for (const principal of principals) {
        it(`accepts the principal ${principal}`, () => {
            assert.deepEqual(problemsOf("eks", allow({ Principal: { AWS: [principal] } })), []);
        });
    }

    const actionCases: { service: EksService; action: string; reason?: string }[] = [
        { service: "eks", action: "*" },
        { service: "eks", action: "eks:*" },
        { service: "eks", action: "eks:Describe*" },
        { service: "eks", action: "EKS:describecluster" },
        { service: "eks", action: "e*:ListClusters" },
        { service: "eks-fips", action: "eks:MutateViaKubernetesApi" },
        { service: "eks-auth", action: "eks-auth:Assume*" },
        { service: "eks-proxy", action: "eks-proxy:Anything" },
        { service: "eks-proxy", action: "s3:GetObject" },
        {
            service: "eks",
            action: "eks:DescribeClusters",
            reason: `"eks:DescribeClusters" fits no action of eks; did you mean eks:DescribeCluster?`,
        },
        {
            service: "eks",
            action: "eks:Fly*",
            reason: `"eks:Fly*" fits no action of eks`,
        },
        {
            service: "eks",
            action: "DescribeCluster",
            reason:
                `"DescribeCluster" is no action; write service prefix and name, such as eks:DescribeCluster` +
                "; did you mean eks:DescribeCluster?",
        },
        {
            service: "eks",
            action: "s3:GetObject",
            reason:
                `"s3:GetObject" is an action of another service, and the endpoint of eks carries only ` +
                "those of eks, so this lets nobody through; write actions of eks, such as eks:*",
        },
        {
            service: "eks-fips",
            action: "eks-auth:*",
            reason:
                `"eks-auth:*" is an action of another service, and the endpoint of eks-fips carries only ` +
                "those of eks, so this lets nobody through; write actions of eks, such as eks:*",
        },
    ];
    for (const { service, action, reason } of actionCases) {
        it(`${reason === undefined ? "accepts" : "refuses"} the action ${action} for ${service}`, () => {
            const expected = reason === undefined ? [] : [`Statement[0].Action: ${reason}`];
            assert.deepEqual(problemsOf(service, allow({ Action: [action] })), expected);
        });
    }

    it("says of an action of another service among others, or in a Deny, only that it goes", () => {
        const foreign =
            `"s3:GetObject" is an action of another service, and the endpoint of eks carries only ` +
            "those of eks; remove it";
        assert.deepEqual(
            problemsOf(
                "eks",
                allow({ Action: ["eks:*", "s3:GetObject"] }),
                deny({ Action: ["s3:GetObject"] }),
                deny({ Action: undefined, NotAction: ["s3:GetObject", "eks:*"] }),
            ),
            [
                `Statement[0].Action: ${foreign}`,
                `Statement[1].Action: ${foreign}`,
                `Statement[2].NotAction: ${foreign}`,
            ],
        );
    });

    it("judges the actions that a Deny or a NotAction names too", () => {
        const misspelt = { Action: undefined, NotAction: ["eks:ListCluster"] };
        assert.deepEqual(problemsOf("eks", allow(), deny(misspelt)), [
            `Statement[1].NotAction: "eks:ListCluster" fits no action of eks; did you mean eks:ListClusters?`,
        ]);
    });

    it("finds a policy of EKS Auth that does not allow its action", () => {
        const [problem] = problemsOf(
            "eks-auth",
            allow({ Action: undefined, NotAction: ["eks-auth:Assume*"] }),
        );
        assert.equal(
            problem,
            "Statement: allows no eks-auth:AssumeRoleForPodIdentity, the only action of EKS Auth, " +
                "so no pod could get credentials; allow it",
        );
    });

    const longEnough = [
        "abcdef*",
        "*abcdef",
        "arn:aws:iam::*:role/x",
        `${ORGANIZATION}/*`,
        "abcdef*uvwxyz*",
        "${aws:username}*",
        "plain",
    ];
    for (const value of longEnough) {
        it(`accepts the wildcards of ${value}`, () => {
            const condition = { StringLike: { "aws:PrincipalTag/x": [value] } };
            assert.deepEqual(problemsOf("eks", allowIf(condition)), []);
        });
    }

    const shortOf = ["*", "abcde*", "ab*cd", "abcdef**", "abcdef*x*", "?abcde"];
    for (const value of shortOf) {
        it(`refuses the wildcards of ${value}`, () => {
            const condition = { StringNotLike: { "aws:PrincipalTag/x": [value] } };
            assert.deepEqual(problemsOf("eks", allowIf(condition)), [
                `Statement[0].Condition.StringNotLike.aws:PrincipalTag/x: "${value}" has a wildcard without six ` +
                    "characters in a row before or after it, which endpoint policies ask for; write more of the value",
            ]);
        });
    }

    it("does not ask for six characters beside the wildcards of ARN operators", () => {
        const condition = { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:*"] } };
        assert.deepEqual(problemsOf("eks", allowIf(condition)), []);
    });

    const conditionCases: { condition: PolicyCondition; problem: string }[] = [
        {
            condition: { StringLike: { "AWS:principalaccount": ["111122*"] } },
            problem:
                `StringLike.AWS:principalaccount: "111122*" has a wildcard, but AWS:principalaccount holds an ` +
                "identifier that endpoint policies compare without any; write it whole",
        },
        {
            condition: { NumericEquals: { "aws:SourceAccount": [ACCOUNT] } },
            problem:
                "NumericEquals.aws:SourceAccount: aws:SourceAccount holds an identifier, " +
                "which no numeric operator may compare; use StringEquals",
        },
        {
            condition: { ArnEquals: { "aws:PrincipalArn": ["arn:aws:iam::1?:role/x"] } },
            problem:
                `ArnEquals.aws:PrincipalArn: "arn:aws:iam::1?:role/x" mixes digits and wildcards in the account part; ` +
                "write a whole account ID there, or a lone *",
        },
        {
            condition: { StringEqual: { "a:b": ["c"] } },
            problem: "StringEqual: is no condition operator; did you mean StringEquals?",
        },
        {
            condition: { NullIfExists: { "a:b": ["true"] } },
            problem: "NullIfExists: is no condition operator",
        },
        {
            condition: { Bool: { "aws:SecureTransport": ["yes"] } },
            problem: `Bool.aws:SecureTransport: "yes" is neither "true" nor "false"; write one of the two`,
        },
        {
            condition: { IpAddress: { "aws:VpcSourceIp": ["10.0.0"] } },
            problem: `IpAddress.aws:VpcSourceIp: "10.0.0" is no IP address or range; write one such as "10.0.0.0/16"`,
        },
        {
            condition: { DateLessThan: { "aws:CurrentTime": ["soon"] } },
            problem: `DateLessThan.aws:CurrentTime: "soon" is no date; write one such as "2026-11-22T00:00:00Z"`,
        },
        {
            condition: { NumericLessThan: { "aws:MultiFactorAuthAge": ["an hour"] } },
            problem: `NumericLessThan.aws:MultiFactorAuthAge: "an hour" is no number; write one`,
        },
        ...[
            ["aws:VpceAccount", "aws:VpceAccount", "aws:SourceVpce"],
            ["AWS:VPCEORGID", "aws:VpceOrgID", "aws:SourceVpce"],
            ["aws:vpceOrgPaths", "aws:VpceOrgPaths", "aws:SourceVpce"],
            ["aws:SourceVpcArn", "aws:SourceVpcArn", "aws:SourceVpc"],
        ].map(([written = "", key = "", instead = ""]) => ({
            condition: { StringEquals: { [written]: ["x"] } },
            problem:
                `StringEquals.${written}: AWS does not support ${key} for EKS, where it leads to wrong decisions; ` +
                `use ${instead}`,
        })),
    ];
    for (const { condition, problem } of conditionCases) {
        it(`refuses the condition ${JSON.stringify(condition)}`, () => {
            const expected = [`Statement[0].Condition.${problem}`];
            assert.deepEqual(problemsOf("eks", allowIf(condition)), expected);
        });
    }

    const soundConditions: PolicyCondition[] = [
        { "ForAnyValue:StringLikeIfExists": { "aws:PrincipalOrgPaths": [`${ORGANIZATION}/*`] } },
        { StringEquals: { "aws:ResourceAccount": ["${aws:PrincipalAccount}"] } },
        { IpAddress: { "aws:VpcSourceIp": ["10.0.0.1", "fd00::/8"] } },
        { DateGreaterThan: { "aws:CurrentTime": ["2026-11-22T00:00:00Z", "1795305600"] } },
        { Null: { "aws:PrincipalOrgID": ["false"] }, Bool: { "aws:SecureTransport": ["TRUE"] } },
        { StringEquals: { "eks:authenticationMode": ["API"] } },
    ];
    for (const condition of soundConditions) {
        it(`accepts the condition ${JSON.stringify(condition)}`, () => {
            assert.deepEqual(problemsOf("eks", allowIf(condition)), []);
        });
    }

    it("never throws, whatever the text", () => {
        const services = fc.constantFrom(...ALL_SERVICES);
        const words = fc.oneof(
            fc.constantFrom(
                "*",
                "eks:*",
                "arn:aws:iam::1*:x",
                "StringLike",
                "aws:PrincipalOrgID",
                "${",
            ),
            fc.string({ unit: "binary" }),
        );
        const statements = fc.record(
            {
                Effect: fc.constantFrom("Allow", "Deny"),
                Principal: fc.oneof(words, fc.dictionary(words, words)),
                Action: fc.array(words),
                Resource: fc.array(words),
                Condition: fc.dictionary(words, fc.dictionary(words, words)),
            },
            { requiredKeys: [] },
        );
        const texts = fc.oneof(
            fc.string({ unit: "binary" }),
            fc.array(statements).map((Statement) => JSON.stringify({ Statement })),
        );
        fc.assert(
            fc.property(texts, services, (text, service) => {
                for (const { path, reason } of checkPolicy(text, service)) {
                    assert.equal(typeof path, "string");
                    assert.notEqual(reason, "");
                }
            }),
            { numRuns: 1000 },
        );
    });
});
