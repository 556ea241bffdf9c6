import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { issueHex, put, remove } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import { tagsOf } from "../tags";
import { nameFailures } from "../validators";
import { findUser } from "./attached";
import { LETTERS } from "./names";

/** `aws.iam.User`. */
export const user: ResourceModel = {
    schema: {
        token: "aws:iam/user:User",
        required: {},
        optional: {
            forceDestroy: "boolean",
            path: "string",
            permissionsBoundary: "string",
            tags: stringMap,
        },
        settled: { name: "string" },
        computed: { arn: "string", tagsAll: stringMap, uniqueId: "string" },
        defaults: { forceDestroy: false, path: "/" },
        autoName: { property: "name", maxLength: 64 },
        replaceOn: [],
        ignored: ["forceDestroy"],
    },
    operations: {
        service: "IAM",
        create: "CreateUser",
        update: "UpdateUser",
        delete: "DeleteUser",
    },
    check: (inputs) => nameFailures(inputs, "name", { maxLength: 64, pattern: LETTERS }),
    create(scope, inputs) {
        const name = read(inputs).text("name");
        if (findUser(scope, name) !== undefined) {
            throw new AwsError("EntityAlreadyExists", `User with name ${name} already exists.`);
        }
        put(scope.world, "users", {
            id: `${scope.account}/${name}`,
            account: scope.account,
            region: "",
            uniqueId: `AIDA${issueHex(scope.world, 16).toUpperCase()}`,
            managedPolicyArns: [],
            inlinePolicies: {},
            name,
            ...changeable(inputs),
        });
        return name;
    },
    read(scope, id) {
        const found = findUser(scope, id);
        return (
            found && {
                tags: tagsOf(found),
                tagsAll: { ...found.tags },
                arn: `arn:${partitionOf(scope.region).name}:iam::${found.account}:user${found.path}${found.name}`,
                name: found.name,
                path: found.path,
                permissionsBoundary:
                    found.permissionsBoundary === "" ? undefined : found.permissionsBoundary,
                uniqueId: found.uniqueId,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = findUser(scope, id);
        if (found !== undefined) {
            put(scope.world, "users", { ...found, ...changeable(news) });
        }
    },
    delete(scope, id, state) {
        const found = findUser(scope, id);
        const isHeld = found !== undefined && found.managedPolicyArns.length > 0;
        if (isHeld && !read(state).flag("forceDestroy")) {
            throw new AwsError(
                "DeleteConflict",
                "Cannot delete entity, must detach all policies first.",
            );
        }
        remove(scope.world, "users", `${scope.account}/${id}`);
    },
};

function changeable(inputs: Properties) {
    const given = read(inputs);
    return {
        tags: given.tags(),
        path: given.text("path", "/"),
        permissionsBoundary: given.text("permissionsBoundary"),
    };
}
