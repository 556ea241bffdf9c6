import { parseCidr } from "../../cidr";
import type { Problem } from "../../problem";
import { describeGiven, describeNearest } from "../../wording";
import { mixesAccountWithWildcard } from "../language/arns";
import { findUnsupportedKey, holdsSystemIdentifier } from "../language/conditionKeys";
import type { PolicyStatement } from "../language/document";
import {
    findOperator,
    holds,
    type Operator,
    OPERATOR_NAMES,
    parseDate,
    toCidr,
} from "../language/operators";
import { hasWildcard } from "../language/pattern";
import { withoutVariables } from "../language/variables";
import { describeMixedAccount } from "./checkStatement";
import { explainUnmet } from "./explainUnmet";

/** What is wrong with a statement's conditions: operators, keys that mean nothing for EKS, values AWS does not take. */
export function checkConditions(path: string, { Effect, Condition }: PolicyStatement): Problem[] {
    return Object.entries(Condition ?? {}).flatMap(([operatorName, keys]) => {
        const here = `${path}.Condition.${operatorName}`;
        const operator = findOperator(operatorName);
        const unknown = {
            path: here,
            reason: `is no condition operator${describeNearest(operatorName, OPERATOR_NAMES)}`,
        };
        return [
            ...(operator === undefined ? [unknown] : []),
            ...Object.entries(keys).flatMap(([key, values]) => {
                const refused = [
                    ...judgeKey(key, operator),
                    ...values.flatMap((value) => judgeValue(key, value, operator) ?? []),
                ];
                const reasons =
                    refused.length > 0 ? refused : judgeEffect(Effect, key, values, operator);
                return reasons.map((reason) => ({ path: `${here}.${key}`, reason }));
            }),
        ];
    });
}

/** What AWS takes, but no request can meet. */
function judgeEffect(
    effect: PolicyStatement["Effect"],
    key: string,
    values: string[],
    operator: Operator | undefined,
): string[] {
    const unmet = explainUnmet(key, values, operator);
    if (!unmet || !operator || holds(operator, values, unmet.given, undefined) !== false) {
        return [];
    }
    const consequence = effect === "Allow" ? "lets nobody through" : "denies nothing";
    return [`${unmet.why}, so this ${consequence}; ${unmet.instead}`];
}

function judgeKey(key: string, operator: Operator | undefined): string[] {
    const unsupported = findUnsupportedKey(key);
    if (unsupported !== undefined) {
        return [
            `AWS does not support ${unsupported.key} for EKS, where it leads to wrong decisions; use ${unsupported.instead}`,
        ];
    }
    return holdsSystemIdentifier(key) && operator?.family === "numeric"
        ? [`${key} holds an identifier, which no numeric operator may compare; use StringEquals`]
        : [];
}

function judgeValue(
    key: string,
    value: string,
    operator: Operator | undefined,
): string | undefined {
    const plain = withoutVariables(value);
    const given = describeGiven(value);
    switch (operator?.family) {
        case "text":
            return judgeText(key, value, operator);
        case "bool":
        case "null":
            return /^(true|false)$/i.test(plain) || plain !== value
                ? undefined
                : `${given} is neither "true" nor "false"; write one of the two`;
        case "numeric":
            return value.trim() === "" || Number.isNaN(Number(value))
                ? `${given} is no number; write one`
                : undefined;
        case "date":
            return Number.isNaN(parseDate(value))
                ? `${given} is no date; write one such as "2026-11-22T00:00:00Z"`
                : undefined;
        case "address":
            return parseCidr(toCidr(value)) === undefined
                ? `${given} is no IP address or range; write one such as "10.0.0.0/16"`
                : undefined;
        default:
            return undefined;
    }
}

/** Source of both rules: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html, read 2026-11-22 */
function judgeText(key: string, value: string, operator: Operator): string | undefined {
    const given = describeGiven(value);
    if (holdsSystemIdentifier(key) && hasWildcard(withoutVariables(value))) {
        return `${given} has a wildcard, but ${key} holds an identifier that endpoint policies compare without any; write it whole`;
    }
    if (mixesAccountWithWildcard(value)) {
        return describeMixedAccount(value);
    }
    return operator.kind === "wildcards" && !hasSupportedWildcards(value)
        ? `${given} has a wildcard without six characters in a row before or after it, which endpoint policies ask for; write more of the value`
        : undefined;
}

const CHARACTERS_BESIDE_WILDCARD = 6;

function hasSupportedWildcards(value: string): boolean {
    // Policy variables are as good as other characters; their own wildcards are none.
    const runs = withoutVariables(value, "x".repeat(CHARACTERS_BESIDE_WILDCARD)).split(/[*?]/);
    return runs
        .slice(1)
        .every((after, index) =>
            [runs[index] ?? "", after].some((run) => run.length >= CHARACTERS_BESIDE_WILDCARD),
        );
}
