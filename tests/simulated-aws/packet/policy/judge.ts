import type { PolicyRequest, Statement } from "../../../../simulated-aws/packet/policy/document";
import { evaluatePolicy } from "../../../../simulated-aws/packet/policy/evaluate";

export const ROLE = "arn:aws:iam::111122223333:role/app/node";
export const SESSION = "arn:aws:sts::111122223333:assumed-role/node/i-0abc";
export const CLUSTER = "arn:aws:eks:eu-west-1:111122223333:cluster/prod";

/** A role asks about a cluster of its own account. */
export const request = (change: Partial<PolicyRequest> = {}): PolicyRequest => ({
    principal: { arn: ROLE, account: "111122223333" },
    action: "eks:DescribeCluster",
    resource: CLUSTER,
    context: {},
    ...change,
});

/** Says yes to everything. */
export const ALL: Statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };

/** Judges a request by statements that say yes to everything, each with the given members in place of its own. */
export function judge(statements: Partial<Statement>[], change: Partial<PolicyRequest> = {}) {
    const document = {
        Version: "2012-10-17",
        Statement: statements.map((statement) => ({ ...ALL, ...statement })),
    };
    return evaluatePolicy(JSON.stringify(document), request(change));
}
