import type { ResourceModel } from "../model/resource";
import { stringMap, stringSet } from "../model/schema";
import { omit, type Properties, read } from "../model/values";
import { AwsError } from "../world/errors";
import type { Role } from "../world/objects/audit";
import { get, issueHex, put, remove } from "../world/objectsOf";
import { partitionOf } from "../world/regions";
import type { Scope } from "../world/types";
import { tagsOf } from "./tags";
import { jsonFailures, nameFailures, rangeFailures } from "./validators";

/** Letters of names. RoleName and PolicyName in the API reference. */
const LETTERS = /^[\w+=,.@-]+$/;

/** Letters of descriptions. roleDescriptionType in the API reference. */
const PROSE = /^[\t\n\r -~¡-ÿ]*$/;

/** `aws.iam.Role`; IAM is global, so a role belongs to an account and to no region. */
export const role: ResourceModel = {
    schema: {
        token: "aws:iam/role:Role",
        required: { assumeRolePolicy: "document" },
        optional: {
            description: "string",
            forceDetachPolicies: "boolean",
            maxSessionDuration: "integer",
            path: "string",
            permissionsBoundary: "string",
            tags: stringMap,
        },
        settled: {
            inlinePolicies: {
                list: { object: { name: "string", policy: "string" } },
                unordered: true,
            },
            managedPolicyArns: stringSet,
            name: "string",
            namePrefix: "string",
        },
        computed: { arn: "string", createDate: "string", tagsAll: stringMap, uniqueId: "string" },
        defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
        autoName: { property: "name", maxLength: 64 },
        replaceOn: ["name", "namePrefix", "path"],
        documents: ["assumeRolePolicy"],
        ignored: ["forceDetachPolicies", "namePrefix"],
    },
    operations: {
        service: "IAM",
        create: "CreateRole",
        update: "UpdateAssumeRolePolicy",
        delete: "DeleteRole",
    },
    check: (inputs) => [
        ...nameFailures(inputs, "name", { maxLength: 64, pattern: LETTERS }),
        ...nameFailures(inputs, "path", { maxLength: 512, pattern: /^\/([!-~]+\/)?$/ }),
        ...nameFailures(inputs, "description", { maxLength: 1000, pattern: PROSE }),
        ...rangeFailures(inputs, "maxSessionDuration", [3600, 43200]),
        ...jsonFailures(inputs, "assumeRolePolicy"),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const name = given.has("namePrefix")
            ? `${given.text("namePrefix")}${issueHex(scope.world, 8)}`
            : given.text("name");
        if (findRole(scope, name) !== undefined) {
            throw new AwsError("EntityAlreadyExists", `Role with name ${name} already exists.`);
        }
        put(scope.world, "roles", {
            id: `${scope.account}/${name}`,
            account: scope.account,
            region: "",
            name,
            path: given.text("path", "/"),
            uniqueId: `AROA${issueHex(scope.world, 16).toUpperCase()}`,
            createDate: "2026-01-01T00:00:00Z",
            inlinePolicies: inlineFrom(inputs),
            ...changeable(inputs),
        });
        return name;
    },
    read(scope, id) {
        const found = findRole(scope, id);
        return (
            found && {
                tags: tagsOf(found),
                tagsAll: { ...found.tags },
                arn: roleArn(scope, found),
                name: found.name,
                namePrefix: "",
                path: found.path,
                description: found.description === "" ? undefined : found.description,
                assumeRolePolicy: found.assumeRolePolicy,
                maxSessionDuration: found.maxSessionDuration,
                permissionsBoundary:
                    found.permissionsBoundary === "" ? undefined : found.permissionsBoundary,
                managedPolicyArns: found.managedPolicyArns,
                inlinePolicies: Object.entries(found.inlinePolicies).map(([name, policy]) => ({
                    name,
                    policy,
                })),
                createDate: found.createDate,
                uniqueId: found.uniqueId,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demandRole(scope, id);
        const given = read(news);
        const inlinePolicies = given.has("inlinePolicies")
            ? inlineFrom(news)
            : found.inlinePolicies;
        const managedPolicyArns = given.has("managedPolicyArns")
            ? given.texts("managedPolicyArns")
            : found.managedPolicyArns;
        const next = { ...found, ...changeable(news), inlinePolicies, managedPolicyArns };
        put(scope.world, "roles", next);
    },
    delete(scope, id, state) {
        const found = demandRole(scope, id);
        demandUnheld(found, state);
        remove(scope.world, "roles", found.id);
    },
};

/** The provider takes policies away that its state shows, and all of them where it is told to. */
function demandUnheld({ inlinePolicies, managedPolicyArns }: Role, state: Properties): void {
    const known = read(state);
    const isForced = known.flag("forceDetachPolicies");
    const knowsInline = isForced || known.records("inlinePolicies").length > 0;
    if (Object.keys(inlinePolicies).length > 0 && !knowsInline) {
        throw new AwsError("DeleteConflict", "Cannot delete entity, must delete policies first.");
    }
    const knowsManaged = isForced || known.texts("managedPolicyArns").length > 0;
    if (managedPolicyArns.length > 0 && !knowsManaged) {
        throw new AwsError(
            "DeleteConflict",
            "Cannot delete entity, must detach all policies first.",
        );
    }
}

/** `aws.iam.RolePolicy`: one inline policy of a role. */
export const rolePolicy: ResourceModel = {
    schema: {
        token: "aws:iam/rolePolicy:RolePolicy",
        required: { policy: "document", role: "string" },
        optional: {},
        settled: { name: "string", namePrefix: "string" },
        computed: {},
        autoName: { property: "name", maxLength: 128 },
        replaceOn: ["name", "namePrefix", "role"],
        documents: ["policy"],
        ignored: ["namePrefix"],
    },
    operations: {
        service: "IAM",
        create: "PutRolePolicy",
        update: "PutRolePolicy",
        delete: "DeleteRolePolicy",
    },
    check: (inputs) => [
        ...nameFailures(inputs, "name", { maxLength: 128, pattern: LETTERS }),
        ...jsonFailures(inputs, "policy"),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        setPolicy(scope, given.text("role"), given.text("name"), given.text("policy"));
        return `${given.text("role")}:${given.text("name")}`;
    },
    read(scope, id) {
        const [roleName = "", name = ""] = id.split(":");
        const policy = findRole(scope, roleName)?.inlinePolicies[name];
        return policy === undefined ? undefined : { role: roleName, name, namePrefix: "", policy };
    },
    update(scope, id, _olds, news) {
        const [roleName = "", name = ""] = id.split(":");
        setPolicy(scope, roleName, name, read(news).text("policy"));
    },
    delete(scope, id) {
        const [roleName = "", name = ""] = id.split(":");
        setPolicy(scope, roleName, name, undefined);
    },
};

/** A role by its name in the account of a call. */
export function findRole(scope: Scope, name: string): Role | undefined {
    return get(scope.world, "roles", `${scope.account}/${name}`);
}

/** The ARN of a role; IAM's ARNs have no region. */
export function roleArn(scope: Scope, found: Role): string {
    return `arn:${partitionOf(scope.region).name}:iam::${found.account}:role${found.path}${found.name}`;
}

/** A role that must exist. */
export function demandRole(scope: Scope, name: string): Role {
    const found = findRole(scope, name);
    if (found === undefined) {
        throw new AwsError("NoSuchEntity", `The role with name ${name} cannot be found.`);
    }
    return found;
}

function setPolicy(scope: Scope, roleName: string, name: string, policy: string | undefined): void {
    const found = demandRole(scope, roleName);
    const others = omit(found.inlinePolicies, name);
    const inlinePolicies = policy === undefined ? others : { ...others, [name]: policy };
    put(scope.world, "roles", { ...found, inlinePolicies });
}

function inlineFrom(inputs: Properties): { [key: string]: string } {
    const items = read(inputs).records("inlinePolicies").map(read);
    return Object.fromEntries(items.map((item) => [item.text("name"), item.text("policy")]));
}

function changeable(inputs: Properties) {
    const given = read(inputs);
    return {
        tags: given.tags(),
        description: given.text("description"),
        assumeRolePolicy: given.text("assumeRolePolicy"),
        maxSessionDuration: given.number("maxSessionDuration", 3600),
        permissionsBoundary: given.text("permissionsBoundary"),
        managedPolicyArns: given.texts("managedPolicyArns"),
    };
}
