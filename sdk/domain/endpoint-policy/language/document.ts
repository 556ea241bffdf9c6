import type { Problem } from "../../problem";

/** Who a statement is about: everyone, or identifiers by type (`AWS`, `Service`, `Federated`, `CanonicalUser`). */
export type PolicyPrincipal = "*" | { [type: string]: string[] };

/** Condition keys and their values by operator: `{ StringEquals: { "aws:PrincipalOrgID": ["o-…"] } }`. */
export interface PolicyCondition {
    [operator: string]: { [key: string]: string[] };
}

/** A statement of an endpoint policy; what AWS lets one write as a value or a list is always a list here. */
export interface PolicyStatement {
    Sid?: string;
    Effect: "Allow" | "Deny";
    Principal?: PolicyPrincipal;
    NotPrincipal?: PolicyPrincipal;
    Action?: string[];
    NotAction?: string[];
    Resource?: string[];
    NotResource?: string[];
    Condition?: PolicyCondition;
}

/** An endpoint policy in the IAM policy language. */
export interface PolicyDocument {
    /** Version of the language. AWS reads a document without one as "2008-10-17". */
    Version: string;
    Id?: string;
    Statement: PolicyStatement[];
}

/** A policy text as read: `document` is there exactly when `problems` is empty. */
export interface ParsedPolicy {
    document?: PolicyDocument;
    /** What is not JSON, or not of the shape of a policy; paths such as `Statement[1].Condition.StringEquals`. */
    problems: Problem[];
}

/** What an endpoint without a policy has. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
export const FULL_ACCESS_POLICY: PolicyDocument = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: ["*"], Resource: ["*"] }],
};
