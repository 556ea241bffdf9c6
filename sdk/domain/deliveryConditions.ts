import type { PolicyStatement } from "./endpoint-policy";
import { findOperator, holds, type Operator } from "./endpoint-policy/language/operators";

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
