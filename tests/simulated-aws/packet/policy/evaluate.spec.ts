import * as assert from "node:assert/strict";

import * as fc from "fast-check";
import { describe, it } from "mocha";

import type { PolicyRequest, Statement } from "../../../../simulated-aws/packet/policy/document";
import { evaluatePolicy } from "../../../../simulated-aws/packet/policy/evaluate";
import { ALL, CLUSTER, judge, request, ROLE, SESSION } from "./judge";

describe("evaluatePolicy", () => {
    it("names the statement that allows", () => {
        assert.deepEqual(judge([{ Action: "sts:*" }, { Sid: "Here" }]), {
            allowed: true,
            decision: "allow",
            statement: { index: 1, sid: "Here" },
            reason: "allowed by statement 1 (Here)",
        });
    });

    it("lets a denial win, wherever it stands", () => {
        const deny = { Effect: "Deny", Action: "eks:Describe*" };
        assert.equal(judge([{}, deny]).decision, "explicitDeny");
        assert.equal(judge([deny, {}]).decision, "explicitDeny");
    });

    it("allows nothing when no statement speaks", () => {
        assert.deepEqual(judge([{ Effect: "Deny", Action: "sts:*" }]), {
            allowed: false,
            decision: "implicitDeny",
            reason: "no statement allows eks:DescribeCluster",
        });
    });

    for (const text of ["", "{", "[]", "null", `{"Version":"2012-10-17"}`]) {
        it(`allows nothing by ${JSON.stringify(text)}`, () => {
            assert.equal(evaluatePolicy(text, request()).reason, "the document is not a policy");
        });
    }

    const principals: [string, Partial<Statement>, boolean, PolicyRequest["principal"]?][] = [
        ["*", { Principal: "*" }, true],
        ["AWS *", { Principal: { AWS: "*" } }, true],
        ["the account", { Principal: { AWS: "111122223333" } }, true],
        ["the account's root", { Principal: { AWS: "arn:aws:iam::111122223333:root" } }, true],
        ["the role", { Principal: { AWS: ["x", ROLE] } }, true],
        [
            "the role of a session",
            { Principal: { AWS: ROLE } },
            true,
            { arn: SESSION, account: "111122223333" },
        ],
        ["another account", { Principal: { AWS: "444455556666" } }, false],
        ["another role", { Principal: { AWS: `${ROLE}2` } }, false],
        [
            "a wildcard inside an ARN",
            { Principal: { AWS: "arn:aws:iam::111122223333:role/*" } },
            false,
        ],
        ["no one", { Principal: undefined }, false],
        ["all but the role", { Principal: undefined, NotPrincipal: { AWS: ROLE } }, false],
        ["all but another", { Principal: undefined, NotPrincipal: { AWS: "444455556666" } }, true],
        [
            "an account, asked by nobody",
            { Principal: { AWS: "111122223333" } },
            false,
            { arn: "", account: "" },
        ],
        ["everyone, asked by nobody", {}, true, { arn: "", account: "" }],
        [
            "the service",
            { Principal: { Service: "logs.amazonaws.com" } },
            true,
            { service: "logs.amazonaws.com" },
        ],
        [
            "another service",
            { Principal: { Service: "s3.amazonaws.com" } },
            false,
            { service: "logs.amazonaws.com" },
        ],
        [
            "an account, asked by a service",
            { Principal: { AWS: "111122223333" } },
            false,
            { service: "logs.amazonaws.com" },
        ],
    ];
    for (const [title, statement, allowed, principal] of principals) {
        it(`${allowed ? "admits" : "does not admit"} ${title}`, () => {
            assert.equal(judge([statement], principal && { principal }).allowed, allowed);
        });
    }

    const actions: [Partial<Statement>, boolean][] = [
        [{ Action: "eks:describecluster" }, true],
        [{ Action: "EKS:Describe*" }, true],
        [{ Action: ["eks:List*", "eks:Describe??uster"] }, true],
        [{ Action: "eks-auth:*" }, false],
        [{ Action: "eks:DescribeClusterVersions" }, false],
        [{ Action: undefined, NotAction: "eks:Delete*" }, true],
        [{ Action: undefined, NotAction: ["sts:*", "eks:*"] }, false],
        [{ Resource: CLUSTER }, true],
        [{ Resource: "arn:aws:eks:*:*:cluster/p*" }, true],
        [{ Resource: CLUSTER.toUpperCase() }, false],
        [{ Resource: "arn:aws:eks:*:111122223333:cluster/${aws:PrincipalTag/stage}" }, true],
        [{ Resource: "arn:aws:eks:*:111122223333:cluster/${aws:RequestTag/stage}" }, false],
        [{ Resource: "arn:aws:eks:${aws:RequestedRegion}:111122223333:cluster/prod" }, false],
        [{ Resource: undefined, NotResource: "arn:aws:eks:*:*:nodegroup/*" }, true],
        [{ Resource: undefined, NotResource: [CLUSTER] }, false],
    ];
    for (const [statement, allowed] of actions) {
        it(`${allowed ? "allows" : "does not allow"} by ${JSON.stringify(statement)}`, () => {
            const context = {
                "aws:RequestedRegion": "eu-west-1",
                "aws:PrincipalTag/stage": "prod",
            };
            assert.equal(judge([statement], { context }).allowed, allowed);
        });
    }

    it("does not fill variables in before version 2012-10-17", () => {
        const resource = "arn:aws:eks:*:111122223333:cluster/${aws:PrincipalTag/stage}";
        const policy = JSON.stringify({
            Version: "2008-10-17",
            Statement: { ...ALL, Resource: resource },
        });
        const context = { "aws:PrincipalTag/stage": "prod" };
        assert.equal(evaluatePolicy(policy, request({ context })).allowed, false);
    });
});

describe("any policy", () => {
    const word = fc.constantFrom("eks:DescribeCluster", "eks:*", "sts:*", "*", "eks:List*");
    const org = fc.constantFrom("o-a", "o-b");
    const statement = fc.record({
        Effect: fc.constantFrom("Allow", "Deny"),
        Principal: fc.constantFrom("*", { AWS: "111122223333" }, { AWS: "444455556666" }),
        Action: word,
        Resource: fc.constantFrom("*", CLUSTER, "arn:aws:eks:*:*:nodegroup/*"),
        Condition: fc.record({ StringEquals: fc.record({ "aws:PrincipalOrgID": org }) }),
    });
    const asked = fc.record({
        org,
        action: fc.constantFrom("eks:DescribeCluster", "eks:ListClusters"),
    });
    const judged = (
        statements: Statement[],
        { org: id, action }: { org: string; action: string },
    ) => judge(statements, { action, context: { "aws:PrincipalOrgID": id } });

    it("allows no more with a denial added", () => {
        fc.assert(
            fc.property(fc.array(statement), statement, asked, (statements, more, who) => {
                const before = judged(statements, who).allowed;
                const after = judged([...statements, { ...more, Effect: "Deny" }], who).allowed;
                assert.ok(before || !after);
            }),
        );
    });

    it("allows no less with an allowance added, unless a denial speaks", () => {
        fc.assert(
            fc.property(fc.array(statement), statement, asked, (statements, more, who) => {
                const before = judged(statements, who).decision;
                const after = judged([...statements, { ...more, Effect: "Allow" }], who).decision;
                assert.ok(
                    before === "allow"
                        ? after === "allow"
                        : before !== "explicitDeny" || after === before,
                );
            }),
        );
    });

    it("says the same whatever the order of its statements", () => {
        fc.assert(
            fc.property(fc.array(statement), asked, (statements, who) => {
                const reversed = [...statements].reverse();
                assert.equal(judged(statements, who).decision, judged(reversed, who).decision);
            }),
        );
    });
});
