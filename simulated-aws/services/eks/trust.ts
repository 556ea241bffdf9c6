import { asList, parseDocument } from "../../packet/policy/document";
import { evaluatePolicy } from "../../packet/policy/evaluate";
import type { Role } from "../../world/objects/audit";
import { get } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/**
 * Says whether a role names a service among those that may assume it. Conditions are passed over: whether they hold is seen
 * when the role is assumed. A role that is not in the world may have been made elsewhere, and is taken as it is.
 */
export function letsAssume(
    scope: Scope,
    roleArn: string,
    service: string,
    actions: string[] = ["sts:AssumeRole"],
): boolean {
    const found = roleOf(scope, roleArn);
    if (found === undefined) {
        return true;
    }
    const policy = withoutConditions(found.assumeRolePolicy);
    const request = { principal: { service }, resource: "", context: {} };
    return actions.every((action) => evaluatePolicy(policy, { ...request, action }).allowed);
}

/** A role of the world by its ARN. */
function roleOf(scope: Scope, arn: string): Role | undefined {
    const [, account = "", path = "", name = ""] =
        /:iam::(\d+):role(\/(?:.+\/)?)([^/]+)$/.exec(arn) ?? [];
    const found = get(scope.world, "roles", `${account}/${name}`);
    return found?.path === path ? found : undefined;
}

/** What a document may say at most: what it allows under a condition, without what it denies under one. */
function withoutConditions(text: string): string {
    const document = parseDocument(text);
    const statements = asList(document?.Statement ?? [])
        .filter(({ Effect, Condition }) => Effect === "Allow" || Condition === undefined)
        .map((statement) => ({ ...statement, Condition: undefined }));
    return JSON.stringify({ ...document, Statement: statements });
}
