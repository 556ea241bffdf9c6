import {
    PolicyDocument,
    PolicyPrincipal,
    PolicyStatement,
} from "../../../../sdk/domain/endpoint-policy";
import { StrangerRequest } from "../../../../sdk/domain/endpoint-policy";

/**
 * What a policy decides about one request, written straight from the IAM User Guide with regular expressions, for
 * comparison. Knows string, ARN, Bool and Null operators only.
 */
export function isAllowed(document: PolicyDocument, request: StrangerRequest): boolean {
    const applying = document.Statement.filter((statement) => applies(statement, request));
    return (
        applying.some(({ Effect }) => Effect === "Allow") &&
        !applying.some(({ Effect }) => Effect === "Deny")
    );
}

function applies(statement: PolicyStatement, request: StrangerRequest): boolean {
    const { Principal, NotPrincipal, Action, NotAction, Resource, NotResource } = statement;
    const action = (text: string) => like(text.toLowerCase(), request.action.toLowerCase());
    const resource = (text: string) => {
        const filled = fill(text, request);
        return filled !== undefined && like(filled, request.resource);
    };
    return (
        (Principal === undefined || names(Principal, request)) &&
        (NotPrincipal === undefined || !names(NotPrincipal, request)) &&
        (Action === undefined || Action.some(action)) &&
        !NotAction?.some(action) &&
        (Resource === undefined || Resource.some(resource)) &&
        !NotResource?.some(resource) &&
        Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
            Object.entries(keys).every(([key, values]) => meets(operator, key, values, request)),
        )
    );
}

function names(principal: PolicyPrincipal, { principalArn }: StrangerRequest): boolean {
    const account = principalArn.split(":")[4] ?? "";
    return (
        principal === "*" ||
        (principal.AWS ?? []).some(
            (each) =>
                ["*", account, principalArn].includes(each) || each.endsWith(`::${account}:root`),
        )
    );
}

function meets(
    operator: string,
    key: string,
    policyValues: string[],
    request: StrangerRequest,
): boolean {
    const values = request.context[key.toLowerCase()] ?? [];
    const [, qualifier, not, ifExists] =
        /^(ForAllValues:|ForAnyValue:)?(?:String|Arn|Bool|Null)(Not)?.*?(IfExists)?$/.exec(
            operator,
        ) ?? [];
    if (operator === "Null") {
        return policyValues.includes(values.length === 0 ? "true" : "false");
    }
    if (values.length === 0) {
        return (
            qualifier === "ForAllValues:" || (qualifier === undefined && Boolean(not ?? ifExists))
        );
    }
    const fits = values.map((value) =>
        policyValues.some((text) => {
            const filled = fill(text, request);
            return (
                filled !== undefined &&
                (operator.includes("Like") || operator.includes("Arn")
                    ? like(filled, value, operator.includes("Arn") ? "[^:]" : "[^]")
                    : filled === value)
            );
        }),
    );
    const wanted = fits.map((fit) => fit === (not === undefined));
    return qualifier === "ForAnyValue:" ? wanted.some(Boolean) : wanted.every(Boolean);
}

/** In ARN operators of these tests no wildcard stands in the last part beside a colon. */
function like(pattern: string, value: string, any = "[^]"): boolean {
    const source = pattern
        .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
        .replace(/\*/g, `${any}*`)
        .replace(/\?/g, any);
    return new RegExp(`^${source}$`).test(value);
}

/** Undefined where a variable has no value. Values in these tests have no wildcards. */
function fill(text: string, { context }: StrangerRequest): string | undefined {
    const missing = [...text.matchAll(/\$\{([^}]+)\}/g)].some(
        ([, key = ""]) => context[key.toLowerCase()]?.length !== 1,
    );
    return missing
        ? undefined
        : text.replace(/\$\{([^}]+)\}/g, (_, key: string) => context[key.toLowerCase()]?.[0] ?? "");
}
