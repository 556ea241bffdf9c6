/** A policy as it stands in JSON: every list may also be one item. */
export interface PolicyDocument {
    Version?: string;
    Statement: Statement | Statement[];
}

export interface Statement {
    Sid?: string;
    Effect: string;
    Principal?: PrincipalElement;
    NotPrincipal?: PrincipalElement;
    Action?: string | string[];
    NotAction?: string | string[];
    Resource?: string | string[];
    NotResource?: string | string[];
    Condition?: { [key: string]: { [key: string]: ConditionValue | ConditionValue[] } };
}

export type PrincipalElement = string | { [key: string]: string | string[] };
export type ConditionValue = string | number | boolean;

/** Who asks. `any` leaves the principal out of the judgement, as in a policy that hangs on a role. */
export type Requester =
    | "any"
    | { service: string }
    | {
          /** ARN of a user, role or role session; empty for an anonymous caller. */
          arn: string;
          account: string;
      };

/** What a policy is asked. Keys of the context are compared without regard to case. */
export interface PolicyRequest {
    principal: Requester;
    action: string;
    /** ARN, or `*` for an action that names no resource. */
    resource: string;
    context: Context;
    /** Whether the request may have a key that is not in the context. Defaults to no: the context is all there is. */
    isOpen?(key: string): boolean;
}

/** Condition keys of a request with their values. A key that is absent, or undefined, is not in the request. */
export interface Context {
    [key: string]: string | string[] | undefined;
}

/** A list, whether it was written as one item or several. */
export function asList<T>(items: T | T[] | undefined): T[] {
    if (items === undefined) {
        return [];
    }
    return Array.isArray(items) ? items : [items];
}

/** Reads a document; undefined when it is not an object with statements. */
export function parseDocument(text: string): PolicyDocument | undefined {
    try {
        const document = JSON.parse(text) as unknown;
        const isDocument =
            typeof document === "object" && document !== null && "Statement" in document;
        return isDocument ? (document as PolicyDocument) : undefined;
    } catch (error) {
        if (error instanceof SyntaxError) {
            return undefined;
        }
        throw error;
    }
}
