import type { WorldObject } from "../worldObject";

/** Objects of IAM beside roles. They belong to an account and to no region. */
export interface IdentityObjects {
    managedPolicies: ManagedPolicy;
    instanceProfiles: InstanceProfile;
    users: User;
}

/** One of the account's own. Its `id` is its ARN. */
export interface ManagedPolicy extends WorldObject {
    name: string;
    path: string;
    description: string;
    policy: string;
    policyId: string;
}

/** Its `id` is `<account>/<name>`. */
export interface InstanceProfile extends WorldObject {
    name: string;
    path: string;
    /** Name of its role; empty where it has none. */
    roleName: string;
    uniqueId: string;
}

/** Its `id` is `<account>/<name>`. */
export interface User extends WorldObject {
    name: string;
    path: string;
    permissionsBoundary: string;
    managedPolicyArns: string[];
    /** Documents by policy name. */
    inlinePolicies: { [key: string]: string };
    uniqueId: string;
}
