import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { InstanceProfile } from "../../world/objects/identity";
import { get, issueHex, put, remove } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { demandRole } from "../iam";
import { tagsOf } from "../tags";
import { nameFailures } from "../validators";
import { iamName, LETTERS } from "./names";

/** `aws.iam.InstanceProfile`: a role for instances. */
export const instanceProfile: ResourceModel = {
    schema: {
        token: "aws:iam/instanceProfile:InstanceProfile",
        required: {},
        optional: { path: "string", role: "string", tags: stringMap },
        settled: { name: "string", namePrefix: "string" },
        computed: {
            arn: "string",
            createDate: "string",
            tagsAll: stringMap,
            uniqueId: "string",
        },
        defaults: { path: "/" },
        autoName: { property: "name", maxLength: 128 },
        replaceOn: ["name", "namePrefix", "path"],
        ignored: ["namePrefix"],
    },
    operations: {
        service: "IAM",
        create: "CreateInstanceProfile",
        update: "AddRoleToInstanceProfile",
        delete: "DeleteInstanceProfile",
    },
    check: (inputs) => nameFailures(inputs, "name", { maxLength: 128, pattern: LETTERS }),
    create(scope, inputs) {
        const given = read(inputs);
        const name = iamName(scope, inputs);
        if (profileOf(scope, name) !== undefined) {
            throw new AwsError("EntityAlreadyExists", `Instance Profile ${name} already exists.`);
        }
        put(scope.world, "instanceProfiles", {
            id: `${scope.account}/${name}`,
            account: scope.account,
            region: "",
            tags: given.tags(),
            name,
            path: given.text("path", "/"),
            roleName: roleFrom(scope, given.text("role")),
            uniqueId: `AIPA${issueHex(scope.world, 16).toUpperCase()}`,
        });
        return name;
    },
    read(scope, id) {
        const found = profileOf(scope, id);
        return (
            found && {
                tags: tagsOf(found),
                tagsAll: { ...found.tags },
                arn: `arn:${partitionOf(scope.region).name}:iam::${found.account}:instance-profile${found.path}${id}`,
                createDate: "2026-01-01T00:00:00Z",
                name: id,
                namePrefix: "",
                path: found.path,
                role: found.roleName === "" ? undefined : found.roleName,
                uniqueId: found.uniqueId,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = profileOf(scope, id);
        if (found !== undefined) {
            const roleName = roleFrom(scope, read(news).text("role"));
            put(scope.world, "instanceProfiles", { ...found, tags: read(news).tags(), roleName });
        }
    },
    delete(scope, id) {
        remove(scope.world, "instanceProfiles", `${scope.account}/${id}`);
    },
};

function profileOf({ world, account }: Scope, name: string): InstanceProfile | undefined {
    return get(world, "instanceProfiles", `${account}/${name}`);
}

function roleFrom(scope: Scope, name: string): string {
    return name === "" ? "" : demandRole(scope, name).name;
}
