import { conditionsHold } from "./conditions";
import {
    asList,
    parseDocument,
    type PolicyDocument,
    type PolicyRequest,
    type Statement,
} from "./document";
import { matchesAction, matchesGlob, matchesPrincipal } from "./match";
import { every, not, some, type Truth, unknownIn } from "./truth";
import { fillResource, type Keys, unknownVariables } from "./variables";

/** What a policy says to a request. */
export interface Verdict {
    allowed: boolean;
    /** `explicitDeny` wins over `allow`; `implicitDeny` is when no statement speaks. */
    decision: "allow" | "explicitDeny" | "implicitDeny";
    /** Place and `Sid` of the statement that decided; absent when none did. */
    statement?: { index: number; sid?: string };
    reason: string;
    /** Keys on whose values the answer depends, and which are not known; it is then what it is without them. */
    unknownKeys?: string[];
}

/** Judges a request by one policy, as IAM does. A document that cannot be read allows nothing. */
export function evaluatePolicy(policy: string, request: PolicyRequest): Verdict {
    const document = parseDocument(policy);
    if (document === undefined) {
        return { allowed: false, decision: "implicitDeny", reason: "the document is not a policy" };
    }
    const unknownKeys = unknownBehind(document, request);
    const verdict = verdictOf(document, { ...request, isOpen: undefined });
    return unknownKeys.length === 0 ? verdict : { ...verdict, unknownKeys };
}

/** What the policy says where the context is all there is. */
function verdictOf(document: PolicyDocument, request: PolicyRequest): Verdict {
    const keys = keysOf(request);
    const statements = asList(document.Statement);
    const placeOf = (effect: string) =>
        statements.findIndex(
            (statement) =>
                statement.Effect === effect && speaks(document, statement, request, keys) === true,
        );
    const denied = placeOf("Deny");
    if (denied >= 0) {
        return decided("explicitDeny", statements, denied);
    }
    const allowed = placeOf("Allow");
    if (allowed >= 0) {
        return decided("allow", statements, allowed);
    }
    return {
        allowed: false,
        decision: "implicitDeny",
        reason: `no statement allows ${request.action}`,
    };
}

/** Keys that may turn the answer: none where a denial is certain, and none where nothing can allow the request. */
function unknownBehind(document: PolicyDocument, request: PolicyRequest): string[] {
    const keys = keysOf(request);
    const someSpeak = (effect: string) =>
        some(
            asList(document.Statement)
                .filter(({ Effect }) => Effect === effect)
                .map((statement) => speaks(document, statement, request, keys)),
        );
    return unknownIn(every([not(someSpeak("Deny")), someSpeak("Allow")]));
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
    const values = new Map([...new Map(entries)].filter(([, list]) => list.length > 0));
    const given = new Set(Object.keys(request.context).map((key) => key.toLowerCase()));
    return {
        get: (key) => values.get(key),
        isUnknown: (key) => !given.has(key) && (request.isOpen?.(key) ?? false),
    };
}

function speaks(
    document: PolicyDocument,
    statement: Statement,
    request: PolicyRequest,
    keys: Keys,
): Truth {
    return every([
        namesPrincipal(statement, request) && namesAction(statement, request.action),
        namesResource(document, statement, request.resource, keys),
        conditionsHold(statement, keys, document.Version),
    ]);
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
): Truth {
    const matches = (pattern: string): Truth => {
        const unknown = unknownVariables(pattern, keys, document.Version);
        const filled = fillResource(pattern, keys, document.Version);
        return unknown.length > 0
            ? { unknown }
            : filled !== undefined && matchesGlob(filled, resource);
    };
    if (statement.NotResource !== undefined) {
        return not(some(asList(statement.NotResource).map(matches)));
    }
    if (statement.Resource === undefined) {
        return resource === "";
    }
    return some(asList(statement.Resource).map(matches));
}
