import type { ResourceModel } from "../model/resource";
import { stringSet } from "../model/schema";
import { read } from "../model/values";
import { AwsError } from "../world/errors";
import { put } from "../world/objectsOf";
import type { Scope } from "../world/types";
import { demandRole, findRole } from "./iam";

/**
 * `aws.iam.RolePoliciesExclusive`: takes every other inline policy from a role; its delete changes nothing.
 * https://github.com/hashicorp/terraform-provider-aws, internal/service/iam/role_policies_exclusive.go, read 2026-11-26
 */
export const rolePoliciesExclusive: ResourceModel = {
    schema: {
        token: "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
        required: { policyNames: stringSet, roleName: "string" },
        optional: {},
        settled: {},
        computed: {},
        replaceOn: ["roleName"],
    },
    operations: { service: "IAM", create: "DeleteRolePolicy", update: "DeleteRolePolicy" },
    create(scope, inputs) {
        const roleName = read(inputs).text("roleName");
        keepPolicies(scope, roleName, read(inputs).texts("policyNames"));
        return roleName;
    },
    read(scope, id) {
        const found = findRole(scope, id);
        return found && { roleName: id, policyNames: Object.keys(found.inlinePolicies) };
    },
    update(scope, id, _olds, news) {
        keepPolicies(scope, id, read(news).texts("policyNames"));
    },
    delete: () => undefined,
};

/**
 * `aws.iam.RolePolicyAttachmentsExclusive`: attaches these managed policies to a role and detaches all others; its delete
 * changes nothing. https://github.com/hashicorp/terraform-provider-aws, internal/service/iam, read 2026-11-26
 */
export const rolePolicyAttachmentsExclusive: ResourceModel = {
    schema: {
        token: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
        required: { policyArns: stringSet, roleName: "string" },
        optional: {},
        settled: {},
        computed: {},
        replaceOn: ["roleName"],
    },
    operations: { service: "IAM", create: "DetachRolePolicy", update: "DetachRolePolicy" },
    create(scope, inputs) {
        const roleName = read(inputs).text("roleName");
        setAttached(scope, roleName, read(inputs).texts("policyArns"));
        return roleName;
    },
    read(scope, id) {
        const found = findRole(scope, id);
        return found && { roleName: id, policyArns: found.managedPolicyArns };
    },
    update(scope, id, _olds, news) {
        setAttached(scope, id, read(news).texts("policyArns"));
    },
    delete: () => undefined,
};

/** One that is named and not there would be written without a document, which IAM refuses. */
function keepPolicies(scope: Scope, roleName: string, names: string[]): void {
    const found = demandRole(scope, roleName);
    const kept = names.map((name) => [name, found.inlinePolicies[name] ?? missing(name)] as const);
    put(scope.world, "roles", { ...found, inlinePolicies: Object.fromEntries(kept) });
}

function missing(name: string): never {
    throw new AwsError("ValidationError", `The policy document of ${name} must be given.`);
}

function setAttached(scope: Scope, roleName: string, managedPolicyArns: string[]): void {
    put(scope.world, "roles", { ...demandRole(scope, roleName), managedPolicyArns });
}
