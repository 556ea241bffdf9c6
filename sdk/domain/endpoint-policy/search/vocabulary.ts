import type { PolicyDocument, PolicyPrincipal } from "../language/document";
import { findOperator, type Operator } from "../language/operators";
import type { PatternKind } from "../language/pattern";
import { escapeMisplacedVariables, findVariables, knowsVariables } from "../language/variables";
import { Budget } from "./budget";
import { RESOURCE } from "./constraints";

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
    /** Accounts and organisations that stand anywhere in the policy. */
    accounts: string[];
    organizations: string[];
    /** Texts with policy variables, and the keys of those in lower case. */
    templates: Template[];
    variables: string[];
    /** What is left to spend on judging the policy. */
    budget: Budget;
}

/** A text with policy variables that a key is compared with. */
export interface Template {
    key: string;
    text: string;
    kind: PatternKind;
    variables: string[];
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
    const hasVariables = knowsVariables(document.Version);
    const named = collect(document, "Resource", "NotResource");
    const resources = hasVariables ? named.map(escapeMisplacedVariables) : named;
    const templates = hasVariables ? listTemplates(resources, conditions) : [];
    return {
        version: document.Version,
        actions: collect(document, "Action", "NotAction").map((action) => action.toLowerCase()),
        resources,
        principals: [
            ...new Set(
                document.Statement.flatMap(({ Principal, NotPrincipal }) =>
                    [Principal, NotPrincipal].flatMap(listAwsIdentifiers),
                ),
            ),
        ],
        conditions,
        accounts: findAll(text, /(?<!\d)\d{12}(?!\d)/g),
        organizations: findAll(text, /(?<![a-z0-9-])o-[a-z0-9]{10,32}(?![a-z0-9])/g),
        templates,
        variables: [...new Set(templates.flatMap(({ variables }) => variables))],
        budget: new Budget(),
    };
}

function listTemplates(resources: string[], conditions: Vocabulary["conditions"]): Template[] {
    const compared = [...conditions].flatMap(([key, each]) =>
        each
            .filter(({ operator }) => operator.family === "text")
            .flatMap(({ operator: { kind = "text" }, values }) =>
                values.map((text) => ({ key, text, kind })),
            ),
    );
    const named = resources.map((text) => ({ key: RESOURCE, text, kind: "wildcards" as const }));
    return [...compared, ...named]
        .map((each) => ({ ...each, variables: findVariables(each.text) }))
        .filter(({ variables }) => variables.length > 0);
}

type ListElement = "Action" | "NotAction" | "Resource" | "NotResource";

function collect(document: PolicyDocument, ...elements: ListElement[]): string[] {
    const texts = document.Statement.flatMap((statement) =>
        elements.flatMap((element) => statement[element] ?? []),
    );
    return [...new Set(texts)];
}

function listAwsIdentifiers(principal: PolicyPrincipal | undefined): string[] {
    return principal === undefined || principal === "*" ? [] : (principal.AWS ?? []);
}

function findAll(text: string, pattern: RegExp): string[] {
    return [...new Set([...text.matchAll(pattern)].map(([found]) => found))];
}
