import { PolicyDocument, PolicyPrincipal } from "./document";
import { findOperator, Operator } from "./operators";

/** What a policy compares each part of a request with. Two values that it cannot tell apart need not both be tried. */
export interface Vocabulary {
    version: string;
    /** Texts of Action and NotAction, in lower case. */
    actions: string[];
    /** Texts of Resource and NotResource. */
    resources: string[];
    /** Identifiers of type `AWS` in Principal and NotPrincipal. */
    principals: string[];
    /** What the conditions on a key in lower case compare it with. */
    conditions: Map<string, { operator: Operator; values: string[] }[]>;
    /** Accounts and organizations that stand anywhere in the policy. */
    accounts: string[];
    organizations: string[];
}

/** Collects the vocabulary of a policy. */
export function readVocabulary(document: PolicyDocument): Vocabulary {
    const conditions: Vocabulary["conditions"] = new Map();
    for (const { Condition } of document.Statement) {
        for (const [operatorName, keys] of Object.entries(Condition ?? {})) {
            const operator = findOperator(operatorName);
            for (const [key, values] of Object.entries(keys)) {
                const known = conditions.get(key.toLowerCase()) ?? [];
                const added = operator === undefined ? [] : [{ operator, values }];
                conditions.set(key.toLowerCase(), [...known, ...added]);
            }
        }
    }
    const text = JSON.stringify(document.Statement);
    return {
        version: document.Version,
        actions: collect(document, "Action", "NotAction").map((action) => action.toLowerCase()),
        resources: collect(document, "Resource", "NotResource"),
        principals: document.Statement.flatMap(({ Principal, NotPrincipal }) =>
            [Principal, NotPrincipal].flatMap(listAwsIdentifiers),
        ),
        conditions,
        accounts: findAll(text, /(?<!\d)\d{12}(?!\d)/g),
        organizations: findAll(text, /(?<![a-z0-9-])o-[a-z0-9]{10,32}(?![a-z0-9*?-])/g),
    };
}

type ListElement = "Action" | "NotAction" | "Resource" | "NotResource";

function collect(document: PolicyDocument, ...elements: ListElement[]): string[] {
    return document.Statement.flatMap((statement) =>
        elements.flatMap((element) => statement[element] ?? []),
    );
}

function listAwsIdentifiers(principal: PolicyPrincipal | undefined): string[] {
    return principal === undefined || principal === "*" ? [] : (principal.AWS ?? []);
}

function findAll(text: string, pattern: RegExp): string[] {
    return [...new Set([...text.matchAll(pattern)].map(([found]) => found))];
}
