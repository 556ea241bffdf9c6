import { conditionsHold } from "./conditions";
import {
    asList,
    parseDocument,
    type PolicyDocument,
    type PolicyRequest,
    type Statement,
} from "./document";
import { matchesAction, matchesGlob, matchesPrincipal } from "./match";
import { fillResource, type Keys } from "./variables";

/** What a policy says to a request. */
export interface Verdict {
    allowed: boolean;
    /** `explicitDeny` wins over `allow`; `implicitDeny` is when no statement speaks. */
    decision: "allow" | "explicitDeny" | "implicitDeny";
    /** Place and `Sid` of the statement that decided; absent when none did. */
    statement?: { index: number; sid?: string };
    reason: string;
}

/** Judges a request by one policy, as IAM does. A document that cannot be read allows nothing. */
export function evaluatePolicy(policy: string, request: PolicyRequest): Verdict {
    const document = parseDocument(policy);
    if (document === undefined) {
        return { allowed: false, decision: "implicitDeny", reason: "the document is not a policy" };
    }
    const keys = keysOf(request);
    const statements = asList(document.Statement);
    const applies = statements.map((statement) => speaks(document, statement, request, keys));
    const denied = statements.findIndex(
        (statement, index) => applies[index] && statement.Effect === "Deny",
    );
    if (denied >= 0) {
        return decided("explicitDeny", statements, denied);
    }
    const allowed = statements.findIndex(
        (statement, index) => applies[index] && statement.Effect === "Allow",
    );
    if (allowed >= 0) {
        return decided("allow", statements, allowed);
    }
    return {
        allowed: false,
        decision: "implicitDeny",
        reason: `no statement allows ${request.action}`,
    };
}

function decided(
    decision: "allow" | "explicitDeny",
    statements: Statement[],
    index: number,
): Verdict {
    const sid = statements[index]?.Sid;
    const name = sid === undefined ? `statement ${index}` : `statement ${index} (${sid})`;
    return {
        allowed: decision === "allow",
        decision,
        statement: sid === undefined ? { index } : { index, sid },
        reason: decision === "allow" ? `allowed by ${name}` : `denied by ${name}`,
    };
}

function keysOf(request: PolicyRequest): Keys {
    const entries = Object.entries(request.context).flatMap(([key, value]): [string, string[]][] =>
        value === undefined ? [] : [[key.toLowerCase(), asList(value)]],
    );
    // To a condition a key without a value is a key that is not there.
    return new Map([...new Map(entries)].filter(([, values]) => values.length > 0));
}

function speaks(
    document: PolicyDocument,
    statement: Statement,
    request: PolicyRequest,
    keys: Keys,
): boolean {
    return (
        namesPrincipal(statement, request) &&
        namesAction(statement, request.action) &&
        namesResource(document, statement, request.resource, keys) &&
        conditionsHold(statement, keys, document.Version)
    );
}

function namesPrincipal(statement: Statement, request: PolicyRequest): boolean {
    if (request.principal === "any") {
        return true;
    }
    if (statement.NotPrincipal !== undefined) {
        return !matchesPrincipal(statement.NotPrincipal, request.principal);
    }
    return (
        statement.Principal !== undefined &&
        matchesPrincipal(statement.Principal, request.principal)
    );
}

function namesAction(statement: Statement, action: string): boolean {
    if (statement.NotAction !== undefined) {
        return !asList(statement.NotAction).some((pattern) => matchesAction(pattern, action));
    }
    return asList(statement.Action).some((pattern) => matchesAction(pattern, action));
}

/** A trust policy has no Resource at all: there the one resource is the role itself. */
function namesResource(
    document: PolicyDocument,
    statement: Statement,
    resource: string,
    keys: Keys,
): boolean {
    const matches = (pattern: string) => {
        const filled = fillResource(pattern, keys, document.Version);
        return filled !== undefined && matchesGlob(filled, resource);
    };
    if (statement.NotResource !== undefined) {
        return !asList(statement.NotResource).some(matches);
    }
    if (statement.Resource === undefined) {
        return resource === "";
    }
    return asList(statement.Resource).some(matches);
}
