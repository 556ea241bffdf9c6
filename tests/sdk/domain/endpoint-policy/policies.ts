import type {
    PolicyCondition,
    PolicyDocument,
    PolicyStatement,
} from "../../../../sdk/domain/endpoint-policy";

export const ORGANIZATION = "o-a1b2c3d4e5";
export const ACCOUNT = "111122223333";

/** A statement that allows everybody every action of EKS, with changes. */
export function allow(changes: Partial<PolicyStatement> = {}): PolicyStatement {
    return { Effect: "Allow", Principal: "*", Action: ["eks:*"], Resource: ["*"], ...changes };
}

/** The same with conditions only. */
export function allowIf(Condition: PolicyCondition): PolicyStatement {
    return allow({ Condition });
}

/** A statement that denies everybody everything, with changes. */
export function deny(changes: Partial<PolicyStatement> = {}): PolicyStatement {
    return { ...allow({ Action: ["*"] }), Effect: "Deny", ...changes };
}

/** The same with conditions only. */
export function denyIf(Condition: PolicyCondition): PolicyStatement {
    return deny({ Condition });
}

export function policy(...Statement: PolicyStatement[]): PolicyDocument {
    return { Version: "2012-10-17", Statement };
}
