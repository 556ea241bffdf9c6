import { findKeyRole } from "../language/conditionKeys";
import { hasWildcard } from "../language/pattern";
import { findVariables } from "../language/variables";
import { ACTION, type Constraint, type Request } from "./constraints";

const BOUND_THEM =
    "bound the principals with StringEquals on aws:PrincipalOrgID or aws:PrincipalAccount, or name accounts in Principal";

/** Why a statement lets a stranger's request pass, and what to do about it. */
export function explainGap(allow: Constraint[], request: Request, hasDenies: boolean): string {
    const about = [
        ...new Set(allow.flatMap((constraint) => describeCondition(constraint, request))),
    ];
    const why = about.length > 0 ? about : ["no condition says whose principals they are"];
    const deny = hasDenies ? ["no Deny covers this"] : [];
    const action = request.get(ACTION)?.[0] ?? "*";
    return (
        `admits principals of any account, for example to ${action} ` +
        `(${[...why, ...deny].join("; ")}); ${BOUND_THEM}`
    );
}

/** Why a condition that looks as if it kept strangers out does not; empty for one that is about something else. */
function describeCondition({ condition, note }: Constraint, request: Request): string[] {
    if (condition === undefined) {
        return note === undefined ? [] : [note];
    }
    const { operatorName, operator, key, values } = condition;
    const written = `${operatorName} ${key}`;
    const isAbsent = (request.get(key.toLowerCase()) ?? []).length === 0;
    switch (findKeyRole(key)) {
        case "surroundings":
            return [
                isAbsent && operator !== undefined
                    ? `requests through the endpoint do not carry ${key}`
                    : `every request through the endpoint can meet ${key}`,
            ];
        case "resource":
            return [`${key} bounds the resources, not who calls`];
        case "request":
            return [];
        case "principal":
            break;
    }
    if (operator === undefined) {
        return [`${operatorName} is no condition operator`];
    }
    if (isAbsent) {
        return [`${written} lets requests without that key pass`];
    }
    if (values.some((value) => findVariables(value).length > 0)) {
        return [`${written} compares the caller with itself`];
    }
    if (operator.negated) {
        return [`${written} keeps out only what it lists`];
    }
    return values.some(hasWildcard)
        ? [`${written} has a wildcard that fits others too`]
        : [`${written} holds for others too`];
}
