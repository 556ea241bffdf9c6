import type { Problem } from "../../problem";
import { EksService } from "../../services";
import { EKS_AUTH_ACTION } from "../language/actions";
import type { PolicyDocument } from "../language/document";
import { findAdmittedRequest } from "../search/admittedRequest";
import { TooComplicatedError } from "../search/budget";
import { ownCallersOf } from "../search/callers";
import { type ConstrainedStatement, type Constraint, readConstraints } from "../search/constraints";
import { explainUnmet } from "./explainUnmet";

/** Whether constraints admit any request through the endpoint that none of the others denies. */
type Admits = (allow: Constraint[], denies?: Constraint[][]) => boolean;

/**
 * Why nobody can use the endpoint of a service with this policy, and what to change; empty where somebody can. Whether
 * anybody can use one that is too complicated to tell is left open.
 */
export function checkUsable(document: PolicyDocument, service: EksService): Problem[] {
    const callers = ownCallersOf(document, service);
    const { allows, denies } = readConstraints(document);
    const denied = denies.map(({ constraints }) => constraints);
    const admits: Admits = (allow, others = []) =>
        findAdmittedRequest(allow, others, callers) !== undefined;
    if (allows.length === 0) {
        const reason = "has no Allow statement, so nobody can use the endpoint; add one";
        return [{ path: "Statement", reason }];
    }
    try {
        if (allows.some(({ constraints }) => admits(constraints, denied))) {
            return [];
        }
        const possible = allows.filter(({ constraints }) => admits(constraints));
        return possible.length === 0
            ? allows.flatMap((allow) => explainAllow(allow, service, admits))
            : explainDenies(possible, denies, admits);
    } catch (error) {
        if (error instanceof TooComplicatedError) {
            return [];
        }
        throw error;
    }
}

/** Why a statement allows nothing, whatever is denied. */
function explainAllow(
    { index, constraints }: ConstrainedStatement,
    service: EksService,
    admits: Admits,
): Problem[] {
    const unmet = constraints.filter((constraint) => !admits([constraint]));
    const pair = constraints.filter(({ path }) => /^(Not)?(Action|Resource)$/.test(path));
    const resource = pair.find(({ path }) => path.endsWith("Resource"));
    const causes = unmet.length > 0 || resource === undefined || admits(pair) ? unmet : [resource];
    if (causes.length === 0) {
        const reason =
            "asks for what excludes each other, so it lets nobody through; " +
            "remove a condition, or make a statement of its own of it";
        return [{ path: `Statement[${index}]`, reason }];
    }
    return causes.map((constraint) =>
        constraint.path.endsWith("Action") && service === EksService.EksAuth
            ? {
                  path: "Statement",
                  reason: `allows no ${EKS_AUTH_ACTION}, the only action of EKS Auth, so no pod could get credentials; allow it`,
              }
            : {
                  path: `Statement[${index}].${constraint.path}`,
                  reason: describeUnmet(constraint, service),
              },
    );
}

function describeUnmet({ path, condition }: Constraint, service: EksService): string {
    const nobody = "so this lets nobody through";
    if (condition !== undefined) {
        const { key, values, operator } = condition;
        const { why, instead } = explainUnmet(key, values, operator) ?? {
            why: `no request through the endpoint has such a value of ${key}`,
            instead: "correct the value, or remove the condition",
        };
        return `${why}, ${nobody}; ${instead}`;
    }
    if (path.endsWith("Principal")) {
        return (
            "names no principal of an account, and requests of AWS services and of identity providers' users " +
            `do not come through an endpoint, ${nobody}; write "*", or accounts, users and roles`
        );
    }
    return path.endsWith("Resource")
        ? `leaves no resource that the actions of the statement are for, ${nobody}; write "*", or ARNs of the type that they are for`
        : `leaves no action of ${service}, ${nobody}; name those to allow in Action`;
}

/** Why what is allowed is denied again. */
function explainDenies(
    possible: ConstrainedStatement[],
    denies: ConstrainedStatement[],
    admits: Admits,
): Problem[] {
    const guilty = denies.filter(({ constraints }) =>
        possible.every((allow) => !admits(allow.constraints, [constraints])),
    );
    if (guilty.length === 0) {
        const reason =
            "the Deny statements together leave nothing of what is allowed, so nobody gets through; narrow one of them";
        return [{ path: "Statement", reason }];
    }
    return guilty.map(({ index, constraints }) => {
        for (const { path, condition } of constraints) {
            const unmet =
                condition && explainUnmet(condition.key, condition.values, condition.operator);
            if (unmet !== undefined) {
                const reason = `${unmet.why}, so this Deny applies to all of them and nobody gets through; ${unmet.instead}`;
                return { path: `Statement[${index}].${path}`, reason };
            }
        }
        const reason =
            "denies everything that is allowed, so nobody gets through; narrow it with a condition, or remove it";
        return { path: `Statement[${index}]`, reason };
    });
}
