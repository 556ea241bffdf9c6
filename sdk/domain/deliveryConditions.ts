import type { PolicyPrincipal, PolicyStatement } from "./endpoint-policy";
import { findOperator, holds, type Operator } from "./endpoint-policy/language/operators";
import { matches, toPattern } from "./endpoint-policy/language/pattern";

/** A condition of a statement, key in lower case, and where it stands. */
export interface DeliveryCondition {
    path: string;
    operator: Operator;
    key: string;
    values: string[];
}

/** Values by key in lower case that name an account or an organisation. */
const NAMED: { [key: string]: RegExp } = {
    "aws:sourceaccount": /^\d{12}$/,
    "aws:sourcearn": /:\d{12}(:|$)/,
    "aws:sourceorgid": /^o-[a-z0-9]{10,32}$/,
    "aws:sourceorgpaths": /^o-[a-z0-9]{10,32}\//,
};

/** Whether a condition tells named accounts or organisations from all others: for an Allow, or negated for a Deny. */
export function boundsSource(
    { operator, key, values }: DeliveryCondition,
    isNegated: boolean,
): boolean {
    const form = NAMED[key];
    // Where the logs tell no account or organisation, an Allow must not apply and a Deny has to.
    const isSure = holds(operator, values, undefined, undefined) === isNegated;
    return (
        form !== undefined &&
        operator.family === "text" &&
        operator.negated === isNegated &&
        isSure &&
        values.every((value) => form.test(value))
    );
}

/** The conditions of a statement, but for those without a known operator. */
export function listConditions({ Condition = {} }: PolicyStatement): DeliveryCondition[] {
    return Object.entries(Condition).flatMap(([operatorName, keys]) => {
        const operator = findOperator(operatorName);
        return Object.entries(keys).flatMap(([key, values]) =>
            operator === undefined
                ? []
                : {
                      path: `Condition.${operatorName}.${key}`,
                      operator,
                      key: key.toLowerCase(),
                      values,
                  },
        );
    });
}

/** The services that a statement names. */
export function listServices(principal: PolicyPrincipal | undefined): string[] {
    return typeof principal === "object" ? (principal.Service ?? []) : [];
}

/** Whether one of a statement's actions means this one, whatever its letter case. */
export function fitsAction({ Action }: PolicyStatement, action: string): boolean {
    return fitsAny(
        Action?.map((text) => text.toLowerCase()),
        action.toLowerCase(),
    );
}

/** Whether one of these texts with wildcards fits. */
export function fitsAny(patterns: string[] | undefined, text: string): boolean {
    return patterns?.some((pattern) => matches(toPattern(pattern, "wildcards"), text)) ?? false;
}
