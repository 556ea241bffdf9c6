import type { ResourceModel } from "../../model/resource";
import { omit, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { jsonFailures, nameFailures } from "../validators";
import { findUser } from "./attached";
import { iamName, LETTERS } from "./names";

/** `aws.iam.UserPolicy`: one inline policy of a user. */
export const userPolicy: ResourceModel = {
    schema: {
        token: "aws:iam/userPolicy:UserPolicy",
        required: { policy: "document", user: "string" },
        optional: {},
        settled: { name: "string", namePrefix: "string" },
        computed: {},
        autoName: { property: "name", maxLength: 128 },
        replaceOn: ["name", "namePrefix", "user"],
        documents: ["policy"],
        ignored: ["namePrefix"],
    },
    operations: {
        service: "IAM",
        create: "PutUserPolicy",
        update: "PutUserPolicy",
        delete: "DeleteUserPolicy",
    },
    check: (inputs) => [
        ...nameFailures(inputs, "name", { maxLength: 128, pattern: LETTERS }),
        ...jsonFailures(inputs, "policy"),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const [owner, name] = [given.text("user"), iamName(scope, inputs)];
        setPolicy(scope, owner, name, given.text("policy"));
        return `${owner}:${name}`;
    },
    read(scope, id) {
        const [owner = "", name = ""] = id.split(":");
        const policy = findUser(scope, owner)?.inlinePolicies[name];
        return policy === undefined ? undefined : { user: owner, name, namePrefix: "", policy };
    },
    update(scope, id, _olds, news) {
        const [owner = "", name = ""] = id.split(":");
        setPolicy(scope, owner, name, read(news).text("policy"));
    },
    delete(scope, id) {
        const [owner = "", name = ""] = id.split(":");
        setPolicy(scope, owner, name, undefined);
    },
};

function setPolicy(scope: Scope, owner: string, name: string, policy: string | undefined): void {
    const found = findUser(scope, owner);
    if (found === undefined) {
        throw new AwsError("NoSuchEntity", `The user with name ${owner} cannot be found.`);
    }
    const others = omit(found.inlinePolicies, name);
    const inlinePolicies = policy === undefined ? others : { ...others, [name]: policy };
    put(scope.world, "users", { ...found, inlinePolicies });
}
