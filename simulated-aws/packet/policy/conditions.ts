import { isIn } from "../../world/addresses";
import { asList, type Statement } from "./document";
import { matchesArn, matchesGlob } from "./match";
import { every, type Truth } from "./truth";
import { fillVariables, type Keys, unknownVariables } from "./variables";

type Test = (given: string, wanted: string) => boolean;

interface Operator {
    test: Test;
    /** Holds where the plain test does not. */
    isNegated: boolean;
}

const lower = (text: string) => text.toLowerCase();
const byNumber =
    (compare: (one: number, other: number) => boolean): Test =>
    (given, wanted) =>
        compare(Number(given), Number(wanted));
const byDate =
    (compare: (one: number, other: number) => boolean): Test =>
    (given, wanted) =>
        compare(timeOf(given), timeOf(wanted));

function timeOf(text: string): number {
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

const TESTS: { [key: string]: Test } = {
    StringEquals: (given, wanted) => given === wanted,
    StringEqualsIgnoreCase: (given, wanted) => lower(given) === lower(wanted),
    StringLike: (given, wanted) => matchesGlob(wanted, given),
    ArnEquals: (given, wanted) => matchesArn(wanted, given),
    ArnLike: (given, wanted) => matchesArn(wanted, given),
    NumericEquals: byNumber((one, other) => one === other),
    NumericLessThan: byNumber((one, other) => one < other),
    NumericLessThanEquals: byNumber((one, other) => one <= other),
    NumericGreaterThan: byNumber((one, other) => one > other),
    NumericGreaterThanEquals: byNumber((one, other) => one >= other),
    DateEquals: byDate((one, other) => one === other),
    DateLessThan: byDate((one, other) => one < other),
    DateLessThanEquals: byDate((one, other) => one <= other),
    DateGreaterThan: byDate((one, other) => one > other),
    DateGreaterThanEquals: byDate((one, other) => one >= other),
    Bool: (given, wanted) => lower(given) === lower(wanted),
    BinaryEquals: (given, wanted) => given === wanted,
    IpAddress: (given, wanted) => isIn(given, wanted),
};

const NEGATED: { [key: string]: string } = {
    StringNotEquals: "StringEquals",
    StringNotEqualsIgnoreCase: "StringEqualsIgnoreCase",
    StringNotLike: "StringLike",
    ArnNotEquals: "ArnEquals",
    ArnNotLike: "ArnLike",
    NumericNotEquals: "NumericEquals",
    DateNotEquals: "DateEquals",
    NotIpAddress: "IpAddress",
};

function findOperator(name: string): Operator | undefined {
    const test = TESTS[NEGATED[name] ?? name];
    return test && { test, isNegated: name in NEGATED };
}

/** Says whether every condition of a statement holds. */
export function conditionsHold(
    statement: Statement,
    keys: Keys,
    version: string | undefined,
): Truth {
    const parts = Object.entries(statement.Condition ?? {}).flatMap(([operator, block]) =>
        Object.entries(block).map(([written, values]): Truth => {
            const key = written.toLowerCase();
            const texts = asList(values).map(String);
            const unknown = texts.flatMap((text) => unknownVariables(text, keys, version));
            if (keys.isUnknown(key) || unknown.length > 0) {
                return { unknown: keys.isUnknown(key) ? [key, ...unknown] : unknown };
            }
            const wanted = texts.map((text) => fillVariables(text, keys, version));
            return holds(operator, keys.get(key), wanted);
        }),
    );
    return every(parts);
}

/** An operator that IAM does not know never holds. `wanted` has undefined for a variable without value. */
function holds(
    written: string,
    given: string[] | undefined,
    wanted: (string | undefined)[],
): boolean {
    const [, qualifier, name = "", ifExists] =
        /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(written) ?? [];
    if (name === "Null") {
        return wanted.some((value) => lower(value ?? "") === String(given === undefined));
    }
    const operator = findOperator(name);
    if (operator === undefined) {
        return false;
    }
    if (given === undefined || given.length === 0) {
        if (ifExists !== undefined || qualifier === "ForAllValues") {
            return true;
        }
        return qualifier === undefined && operator.isNegated;
    }
    const passes = (value: string) => {
        const isMatch = wanted.some((each) => each !== undefined && operator.test(value, each));
        return isMatch !== operator.isNegated;
    };
    const mustAll = qualifier === "ForAllValues" || (qualifier === undefined && operator.isNegated);
    return mustAll ? given.every(passes) : given.some(passes);
}
