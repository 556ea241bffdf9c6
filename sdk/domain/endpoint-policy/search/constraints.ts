import type { PolicyDocument, PolicyStatement } from "../language/document";
import { findOperator, holds, type KeyValues, type Operator } from "../language/operators";
import { ANYTHING, matches, toPattern } from "../language/pattern";
import {
    escapeMisplacedVariables,
    fillVariables,
    findVariables,
    knowsVariables,
    type Variables,
} from "../language/variables";
import { namesCaller } from "./namesCaller";

/** A request, or what is settled of it so far: values by key in lower case, undefined for a key it does not have. */
export type Request = Map<string, KeyValues>;

/** Names for what is not a condition key; `$` cannot begin one. */
export const ACTION = "$action";
export const RESOURCE = "$resource";
export const ACCOUNT = "aws:principalaccount";
export const PRINCIPAL_ARN = "aws:principalarn";
export const RESOURCE_ACCOUNT = "aws:resourceaccount";

/** One thing that a statement asks of a request. A statement applies when all its constraints hold. */
export interface Constraint {
    /** Where it stands in the statement: `Action`, `Condition.StringEquals.aws:PrincipalOrgID`. */
    path: string;
    /** Keys that have to be settled before `holds` can be asked. */
    keys: string[];
    /** Whether a request meets it; undefined where that cannot be said. */
    holds: (request: Request) => boolean | undefined;
    /** For an element that a stranger meets though it looks as if it kept him out: why he does. */
    note?: string;
    /** For a condition: how it is written. */
    condition?: { operatorName: string; operator?: Operator; key: string; values: string[] };
}

/** A statement as the search sees it. */
export interface ConstrainedStatement {
    /** Its place in the policy. */
    index: number;
    constraints: Constraint[];
}

/** What the statements of a policy ask of a request, those that allow apart from those that deny. */
export function readConstraints({ Version, Statement }: PolicyDocument): {
    allows: ConstrainedStatement[];
    denies: ConstrainedStatement[];
} {
    const of = (effect: PolicyStatement["Effect"]) =>
        Statement.flatMap((statement, index) =>
            statement.Effect === effect
                ? [{ index, constraints: listConstraints(statement, Version) }]
                : [],
        );
    return { allows: of("Allow"), denies: of("Deny") };
}

/** What a statement asks of a request, element by element. */
function listConstraints(statement: PolicyStatement, version: string): Constraint[] {
    const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, values]) =>
            conditionConstraint(operator, key, values, version),
        ),
    );
    return [
        principalConstraint(statement),
        actionConstraint(statement),
        resourceConstraint(statement, version),
        ...conditions,
    ];
}

const UNSAID: Constraint = { path: "", keys: [], holds: () => undefined };

function principalConstraint({ Principal, NotPrincipal }: PolicyStatement): Constraint {
    const principal = Principal ?? NotPrincipal;
    if (principal === undefined) {
        return UNSAID;
    }
    return {
        path: Principal === undefined ? "NotPrincipal" : "Principal",
        keys: principal === "*" || principal.AWS === undefined ? [] : [ACCOUNT, PRINCIPAL_ARN],
        ...(Principal === undefined && { note: "NotPrincipal names everybody it does not list" }),
        holds: (request) => {
            const named = namesCaller(principal, {
                account: request.get(ACCOUNT)?.[0] ?? "",
                arn: request.get(PRINCIPAL_ARN)?.[0] ?? "",
            });
            return Principal !== undefined || named === undefined ? named : !named;
        },
    };
}

function actionConstraint({ Action, NotAction }: PolicyStatement): Constraint {
    const patterns = (Action ?? NotAction)?.map((action) =>
        toPattern(action.toLowerCase(), "wildcards"),
    );
    if (patterns === undefined) {
        return UNSAID;
    }
    return {
        path: Action === undefined ? "NotAction" : "Action",
        keys: [ACTION],
        holds: (request) => {
            const action = request.get(ACTION)?.[0]?.toLowerCase() ?? "";
            return patterns.some((pattern) => matches(pattern, action)) === (Action !== undefined);
        },
    };
}

function resourceConstraint(
    { Resource, NotResource }: PolicyStatement,
    version: string,
): Constraint {
    const named = Resource ?? NotResource;
    if (named === undefined) {
        return UNSAID;
    }
    const texts = knowsVariables(version) ? named.map(escapeMisplacedVariables) : named;
    return {
        path: Resource === undefined ? "NotResource" : "Resource",
        keys: [RESOURCE, ...listVariables(texts, version)],
        holds: (request) => {
            const resource = request.get(RESOURCE)?.[0] ?? "";
            const patterns = texts.map((text) =>
                fillVariables(text, "wildcards", variablesOf(request, version)),
            );
            const named = patterns.some((pattern) => pattern && matches(pattern, resource));
            return NotResource !== undefined && patterns.includes(undefined)
                ? undefined
                : named === (Resource !== undefined);
        },
    };
}

function conditionConstraint(
    operatorName: string,
    key: string,
    values: string[],
    version: string,
): Constraint {
    const operator = findOperator(operatorName);
    const condition = { operatorName, operator, key, values };
    const path = `Condition.${operatorName}.${key}`;
    if (operator === undefined) {
        return { ...UNSAID, path, condition };
    }
    const variables = operator.family === "text" ? listVariables(values, version) : [];
    return {
        path,
        keys: [key.toLowerCase(), ...variables],
        holds: (request) =>
            holds(operator, values, request.get(key.toLowerCase()), variablesOf(request, version)),
        condition,
    };
}

function listVariables(texts: string[], version: string): string[] {
    return knowsVariables(version) ? texts.flatMap(findVariables) : [];
}

/** Where policy variables get their values: keys with one value. A key that is not settled may hold anything. */
export function variablesOf(request: Request, version: string): Variables {
    if (!knowsVariables(version)) {
        return undefined;
    }
    return (key) => {
        const values = request.get(key);
        if (values?.length === 1) {
            return values[0];
        }
        return request.has(key) ? undefined : [ANYTHING];
    };
}
