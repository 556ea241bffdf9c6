import type { ResourceModel } from "../../model/resource";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { KeyAlias } from "../../world/objects/audit";
import { arnOf, demand, find, issueHex, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/** `aws.kms.Alias`: a name for a key. */
export const alias: ResourceModel = {
    schema: {
        token: "aws:kms/alias:Alias",
        required: { targetKeyId: "string" },
        optional: {},
        settled: { name: "string", namePrefix: "string", region: "string" },
        computed: { arn: "string", targetKeyArn: "string" },
        replaceOn: ["name", "namePrefix", "region"],
        ignored: ["namePrefix"],
    },
    operations: {
        service: "KMS",
        create: "CreateAlias",
        update: "UpdateAlias",
        delete: "DeleteAlias",
    },
    check(inputs) {
        const { name } = inputs;
        const isName = typeof name !== "string" || /^alias\/(?!aws\/)[\w/-]{1,250}$/.test(name);
        const reason = '"name" must begin with "alias/", and not with "alias/aws/"';
        return isName ? [] : [{ property: "name", reason }];
    },
    create(scope, inputs) {
        const name = nameFrom(scope, inputs);
        const { account, region } = scope;
        const id = idOf(scope, name);
        if (find(scope, "keyAliases", id) !== undefined) {
            throw new AwsError(
                "AlreadyExistsException",
                `An alias with the name ${arnOf(scope, "kms", name)} already exists`,
            );
        }
        const keyId = keyFrom(scope, inputs);
        put(scope.world, "keyAliases", { id, account, region, tags: {}, name, keyId });
        return name;
    },
    read(scope, id) {
        const found = find(scope, "keyAliases", idOf(scope, id));
        return (
            found && {
                arn: arnOf(scope, "kms", id),
                name: id,
                namePrefix: "",
                region: found.region,
                targetKeyArn: arnOf(scope, "kms", `key/${found.keyId}`),
                targetKeyId: found.keyId,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found: KeyAlias = demand(scope, "keyAliases", idOf(scope, id));
        put(scope.world, "keyAliases", { ...found, keyId: keyFrom(scope, news) });
    },
    delete(scope, id) {
        remove(scope.world, "keyAliases", idOf(scope, id));
    },
};

function idOf({ account, region }: Scope, name: string): string {
    return `${account}/${region}/${name}`;
}

function nameFrom(scope: Scope, inputs: Properties): string {
    const given = read(inputs);
    const prefix = given.text("namePrefix", "alias/");
    return given.text("name") || `${prefix}${issueHex(scope.world, 8)}`;
}

/** The ID of a key that is named by its ID or its ARN. */
function keyFrom(scope: Scope, inputs: Properties): string {
    const given = read(inputs).text("targetKeyId");
    return demand(scope, "keys", given.replace(/^arn:.*:key\//, "")).id;
}
