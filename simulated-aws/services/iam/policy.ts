import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { ManagedPolicy } from "../../world/objects/identity";
import { get, issueHex, put, remove } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { tagsOf } from "../tags";
import { jsonFailures, nameFailures } from "../validators";
import { holdersOf } from "./attached";
import { iamName, LETTERS } from "./names";

/** `aws.iam.Policy`: a managed policy of the account. */
export const policy: ResourceModel = {
    schema: {
        token: "aws:iam/policy:Policy",
        required: { policy: "document" },
        optional: {
            delayAfterPolicyCreationInMs: "integer",
            description: "string",
            path: "string",
            tags: stringMap,
        },
        settled: { name: "string", namePrefix: "string" },
        computed: {
            arn: "string",
            attachmentCount: "integer",
            policyId: "string",
            tagsAll: stringMap,
        },
        defaults: { path: "/" },
        autoName: { property: "name", maxLength: 128 },
        replaceOn: ["description", "name", "namePrefix", "path"],
        documents: ["policy"],
        ignored: ["delayAfterPolicyCreationInMs", "namePrefix"],
    },
    operations: {
        service: "IAM",
        create: "CreatePolicy",
        update: "CreatePolicyVersion",
        delete: "DeletePolicy",
    },
    check: (inputs) => [
        ...nameFailures(inputs, "name", { maxLength: 128, pattern: LETTERS }),
        ...jsonFailures(inputs, "policy"),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const name = iamName(scope, inputs);
        const path = given.text("path", "/");
        const id = `arn:${partitionOf(scope.region).name}:iam::${scope.account}:policy${path}${name}`;
        if (get(scope.world, "managedPolicies", id) !== undefined) {
            throw new AwsError(
                "EntityAlreadyExists",
                `A policy called ${name} already exists. Duplicate names are not allowed.`,
            );
        }
        put(scope.world, "managedPolicies", {
            id,
            account: scope.account,
            region: "",
            name,
            path,
            description: given.text("description"),
            policyId: `ANPA${issueHex(scope.world, 16).toUpperCase()}`,
            ...changeable(inputs),
        });
        return id;
    },
    read(scope, id) {
        const found = policyOf(scope, id);
        return (
            found && {
                tags: tagsOf(found),
                tagsAll: { ...found.tags },
                arn: id,
                attachmentCount: holdersOf(scope, id).length,
                description: found.description === "" ? undefined : found.description,
                name: found.name,
                namePrefix: "",
                path: found.path,
                policy: found.policy,
                policyId: found.policyId,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = policyOf(scope, id);
        if (found !== undefined) {
            put(scope.world, "managedPolicies", { ...found, ...changeable(news) });
        }
    },
    delete(scope, id) {
        if (holdersOf(scope, id).length > 0) {
            throw new AwsError("DeleteConflict", "Cannot delete a policy attached to entities.");
        }
        remove(scope.world, "managedPolicies", id);
    },
};

function policyOf({ world, account }: Scope, arn: string): ManagedPolicy | undefined {
    const found = get(world, "managedPolicies", arn);
    return found?.account === account ? found : undefined;
}

function changeable(inputs: Properties) {
    const given = read(inputs);
    return { tags: given.tags(), policy: given.text("policy") };
}
