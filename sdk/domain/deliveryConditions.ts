import type { PolicyStatement } from "./endpoint-policy";
import { findOperator, holds, type Operator } from "./endpoint-policy/language/operators";

/** A condition of a statement, key in lower case, and where it stands. */
export interface DeliveryCondition {
    path: string;
    operator: Operator;
    key: string;
    values: string[];
}

/** Keys that tell the organisation of a principal, in lower case, and those that tell the one of the logs. */
export const KEYS_OF_PRINCIPALS: { [key: string]: string } = {
    "aws:principalorgid": "aws:SourceOrgID",
    "aws:principalorgpaths": "aws:SourceOrgPaths",
};

/** What a request of a service holds that a policy may ask about. */
export const KEYS_OF_SERVICES: { [key: string]: string[] } = {
    "aws:principalisawsservice": ["true"],
    "aws:securetransport": ["true"],
};

/** Whether a condition holds for a service of AWS, which is in no organisation; undefined for keys that depend on the request. */
export function holdsForService({ operator, key, values }: DeliveryCondition): boolean | undefined {
    return key in KEYS_OF_SERVICES || key in KEYS_OF_PRINCIPALS
        ? holds(operator, values, KEYS_OF_SERVICES[key], undefined)
        : undefined;
}

/** Whether a condition asks for the organisation of a principal, which no service of AWS has. */
export function isUnmetByServices(condition: DeliveryCondition): boolean {
    return condition.key in KEYS_OF_PRINCIPALS && holdsForService(condition) === false;
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
