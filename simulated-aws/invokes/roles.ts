import type { FunctionModel } from "../model/resource";
import { stringMap, stringSet } from "../model/schema";
import { read } from "../model/values";
import { findRole, roleArn } from "../services/iam";
import { AwsError } from "../world/errors";
import { all } from "../world/objectsOf";

/** The roles of the account, by their names. */
export const getRoles: FunctionModel = {
    schema: {
        token: "aws:iam/getRoles:getRoles",
        args: { nameRegex: "string", pathPrefix: "string" },
        result: {
            arns: stringSet,
            id: "string",
            nameRegex: "string",
            names: stringSet,
            pathPrefix: "string",
        },
        optionalResult: ["nameRegex", "pathPrefix"],
    },
    operations: { service: "IAM", call: "ListRoles" },
    call: (scope, args) => {
        const given = read(args);
        const pattern = new RegExp(given.text("nameRegex"));
        const found = all(scope.world, "roles").filter(
            ({ account, name, path }) =>
                account === scope.account &&
                pattern.test(name) &&
                path.startsWith(given.text("pathPrefix")),
        );
        return {
            ...args,
            id: scope.region,
            arns: found.map((role) => roleArn(scope, role)),
            names: found.map(({ name }) => name),
        };
    },
};

/** One role. */
export const getRole: FunctionModel = {
    schema: {
        token: "aws:iam/getRole:getRole",
        args: { name: "string", tags: stringMap },
        requiredArgs: ["name"],
        result: {
            arn: "string",
            assumeRolePolicy: "string",
            createDate: "string",
            description: "string",
            id: "string",
            maxSessionDuration: "integer",
            name: "string",
            path: "string",
            permissionsBoundary: "string",
            roleLastUseds: { list: "any" },
            tags: stringMap,
            uniqueId: "string",
        },
    },
    operations: { service: "IAM", call: "GetRole" },
    call: (scope, args) => {
        const name = read(args).text("name");
        const found = findRole(scope, name);
        if (found === undefined) {
            throw new AwsError("NoSuchEntity", `The role with name ${name} cannot be found.`);
        }
        return {
            arn: roleArn(scope, found),
            assumeRolePolicy: found.assumeRolePolicy,
            createDate: found.createDate,
            description: found.description,
            id: name,
            maxSessionDuration: found.maxSessionDuration,
            name,
            path: found.path,
            permissionsBoundary: found.permissionsBoundary,
            roleLastUseds: [],
            tags: { ...found.tags },
            uniqueId: found.uniqueId,
        };
    },
};
