import type { Problem } from "../../problem";
import { type EksService, serviceFacts } from "../../services";
import { describeGiven } from "../../wording";
import { findAccountPart } from "../language/arns";
import type { PolicyDocument, PolicyStatement } from "../language/document";
import { findOperator, type Operator } from "../language/operators";
import { hasWildcard, matches, toPattern } from "../language/pattern";
import { ACTIONS_WITHOUT_RESOURCE } from "../language/resourceTypes";
import { Budget, TooComplicatedError } from "../search/budget";
import { ANY_TEXT } from "../search/keyValues";
import { findRepresentatives } from "../search/representatives";

const BOUND_THEM =
    "add StringEquals on aws:ResourceOrgID or aws:ResourceAccount, or name ARNs with an account";

/**
 * `Allow` statements that allow more than is needed: actions beyond `allowedActions` (wildcards allowed there too), or
 * resources of any account. Without `allowedActions` an action is too much when it is of no particular service; for a
 * service that publishes no actions none is.
 */
export function checkPrivilege(
    document: PolicyDocument,
    allowedActions?: string[],
    service?: EksService,
): Problem[] {
    const budget = new Budget();
    const hasActions = service === undefined || serviceFacts(service).actionPrefix !== undefined;
    return document.Statement.flatMap((statement, index) => {
        const path = `Statement[${index}]`;
        return statement.Effect === "Deny"
            ? []
            : [
                  ...(hasActions ? checkActionExcess(path, statement, allowedActions, budget) : []),
                  ...checkResourceExcess(path, statement, document),
              ];
    });
}

function checkActionExcess(
    path: string,
    { Action, NotAction }: PolicyStatement,
    allowedActions: string[] | undefined,
    budget: Budget,
): Problem[] {
    if (Action === undefined) {
        const given = NotAction?.join(", ") ?? "none";
        const reason = `allows every action but those listed (${given}); list the actions to allow in Action`;
        return [{ path: `${path}.NotAction`, reason }];
    }
    const reasons = Action.flatMap((action) => {
        if (allowedActions === undefined) {
            return hasWildcard(action.split(":")[0] ?? "")
                ? `allows ${describeGiven(action)}, actions of any service; list the actions that are needed`
                : [];
        }
        return isWithin(action, allowedActions, budget)
            ? []
            : `allows ${describeGiven(action)}, which goes beyond the configured actions (${allowedActions.join(", ")}); narrow it, or configure it`;
    });
    return reasons.map((reason) => ({ path: `${path}.Action`, reason }));
}

/** Whether every action that fits a text also fits one of the others. */
function isWithin(action: string, others: string[], budget: Budget): boolean {
    const [inner, ...outer] = [action, ...others].map((text) =>
        toPattern(text.toLowerCase(), "wildcards"),
    );
    if (inner === undefined) {
        return false;
    }
    if (!hasWildcard(action)) {
        return outer.some((pattern) => matches(pattern, action.toLowerCase()));
    }
    try {
        return findRepresentatives([inner, ...outer], ANY_TEXT, budget)
            .filter((value) => matches(inner, value))
            .every((value) => outer.some((pattern) => matches(pattern, value)));
    } catch (error) {
        if (error instanceof TooComplicatedError) {
            return false;
        }
        throw error;
    }
}

function checkResourceExcess(
    path: string,
    statement: PolicyStatement,
    { Statement }: PolicyDocument,
): Problem[] {
    const hasResources = statement.Action?.every((action) =>
        ACTIONS_WITHOUT_RESOURCE.some((known) => known.toLowerCase() === action.toLowerCase()),
    );
    const isBounded =
        (statement.Resource?.every(namesAccount) ?? false) ||
        comparesResource(statement, false) ||
        Statement.some((deny) => deniesOtherResources(deny));
    const element = statement.Resource === undefined ? "NotResource" : "Resource";
    return (hasResources ?? false) || isBounded
        ? []
        : [
              {
                  path: `${path}.${element}`,
                  reason: `does not say whose resources may be used, so those of any account may; ${BOUND_THEM}`,
              },
          ];
}

/** `aws` stands in the ARNs of what AWS owns, such as EKS access policies. */
function namesAccount(arn: string): boolean {
    return /^(\d{12}|aws)$/i.test(findAccountPart(arn) ?? "");
}

/** Whether a statement denies everybody everything with resources that are not the listed owners'. */
function deniesOtherResources(statement: PolicyStatement): boolean {
    const conditions = Object.values(statement.Condition ?? {}).flatMap((keys) =>
        Object.keys(keys),
    );
    return (
        statement.Effect === "Deny" &&
        statement.Principal === "*" &&
        (statement.Action?.includes("*") ?? false) &&
        (statement.Resource?.includes("*") ?? false) &&
        conditions.length === 1 &&
        comparesResource(statement, true)
    );
}

const OWNER_KEYS = ["aws:resourceorgid", "aws:resourceorgpaths", "aws:resourceaccount"];
const ORGANIZATION_KEYS = ["aws:principalorgid", "aws:principalorgpaths"];

/** Whether a condition compares the resource's owner so that a request without one, or of another, does not pass. */
function comparesResource(statement: PolicyStatement, negated: boolean): boolean {
    const present = listPresentKeys(statement);
    return listComparisons(statement).some(
        ({ operator, key, values }) =>
            OWNER_KEYS.includes(key) &&
            operator.negated === negated &&
            (negated || cannotBeSkipped(operator, present.includes(key))) &&
            !values.some(startsWithWildcard),
    );
}

/**
 * Owner keys that every request which a statement is about has. EKS has no policies on resources, so whoever calls is of
 * the account that owns the resource, and of its organisation.
 */
function listPresentKeys(statement: PolicyStatement): string[] {
    const isInOrganization = listComparisons(statement).some(
        ({ operator, key }) =>
            ORGANIZATION_KEYS.includes(key) &&
            !operator.negated &&
            cannotBeSkipped(operator, false),
    );
    return isInOrganization ? OWNER_KEYS : ["aws:resourceaccount"];
}

function cannotBeSkipped({ ifExists, qualifier }: Operator, isPresent: boolean): boolean {
    return qualifier !== "ForAllValues" && (isPresent || !ifExists);
}

/** The conditions of a statement that compare texts, keys in lower case. */
function listComparisons({
    Condition,
}: PolicyStatement): { operator: Operator; key: string; values: string[] }[] {
    return Object.entries(Condition ?? {}).flatMap(([operatorName, keys]) => {
        const operator = findOperator(operatorName);
        return operator?.family === "text"
            ? Object.entries(keys).map(([key, values]) => ({
                  operator,
                  key: key.toLowerCase(),
                  values,
              }))
            : [];
    });
}

/** `o-*` and `*` fit every organisation. */
function startsWithWildcard(value: string): boolean {
    return /^(o-)?[*?]/.test(value);
}
