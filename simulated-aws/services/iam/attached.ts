import { AwsError } from "../../world/errors";
import type { Role } from "../../world/objects/audit";
import type { User } from "../../world/objects/identity";
import { all, get, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { findRole } from "../iam";

/** What managed policies are attached to, by kind. */
export type Holder = { kind: "roles"; found: Role } | { kind: "users"; found: User };

/** A role by its name. */
export function demandRoleHolder(scope: Scope, name: string): Holder {
    const found = findRole(scope, name);
    if (found === undefined) {
        throw missing("role", name);
    }
    return { kind: "roles", found };
}

/** A user by its name. */
export function demandUserHolder(scope: Scope, name: string): Holder {
    const found = findUser(scope, name);
    if (found === undefined) {
        throw missing("user", name);
    }
    return { kind: "users", found };
}

/** A user by its name in the account of a call. */
export function findUser({ world, account }: Scope, name: string): User | undefined {
    return get(world, "users", `${account}/${name}`);
}

function missing(what: string, name: string): AwsError {
    return new AwsError("NoSuchEntity", `The ${what} with name ${name} cannot be found.`);
}

/** Attaches a policy: one of AWS's own, of which any name is taken, or one of the account. */
export function attach(scope: Scope, holder: Holder, policyArn: string): void {
    const isOfAws = /^arn:[\w-]+:iam::aws:policy\/./.test(policyArn);
    if (!isOfAws && get(scope.world, "managedPolicies", policyArn)?.account !== scope.account) {
        throw new AwsError(
            "NoSuchEntity",
            `Policy ${policyArn} does not exist or is not attachable.`,
        );
    }
    const others = holder.found.managedPolicyArns.filter((each) => each !== policyArn);
    setAttached(scope, holder, [...others, policyArn]);
}

/** Detaches a policy, where it is attached. */
export function detach(scope: Scope, holder: Holder, policyArn: string): void {
    const left = holder.found.managedPolicyArns.filter((each) => each !== policyArn);
    setAttached(scope, holder, left);
}

function setAttached({ world }: Scope, holder: Holder, managedPolicyArns: string[]): void {
    if (holder.kind === "roles") {
        put(world, "roles", { ...holder.found, managedPolicyArns });
    } else {
        put(world, "users", { ...holder.found, managedPolicyArns });
    }
}

/** Roles and users of the account that have a policy. */
export function holdersOf({ world, account }: Scope, policyArn: string): Holder[] {
    const hasIt = (each: Role | User) =>
        each.account === account && each.managedPolicyArns.includes(policyArn);
    return [
        ...all(world, "roles")
            .filter(hasIt)
            .map((found) => ({ kind: "roles" as const, found })),
        ...all(world, "users")
            .filter(hasIt)
            .map((found) => ({ kind: "users" as const, found })),
    ];
}
