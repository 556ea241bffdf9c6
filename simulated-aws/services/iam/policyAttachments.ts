import type { ResourceModel } from "../../model/resource";
import { stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Scope } from "../../world/types";
import {
    attach,
    demandRoleHolder,
    demandUserHolder,
    detach,
    type Holder,
    holdersOf,
} from "./attached";

/** One managed policy on one role or user. */
function attachment(
    holder: "role" | "user",
    demand: (scope: Scope, name: string) => Holder,
): ResourceModel {
    const what = holder === "role" ? "Role" : "User";
    const parts = (id: string) => {
        const end = id.indexOf("/");
        return { name: id.slice(0, end), policyArn: id.slice(end + 1) };
    };
    return {
        schema: {
            token: `aws:iam/${holder}PolicyAttachment:${what}PolicyAttachment`,
            required: { policyArn: "string", [holder]: "string" },
            optional: {},
            settled: {},
            computed: {},
            replaceOn: ["policyArn", holder],
        },
        operations: {
            service: "IAM",
            create: `Attach${what}Policy`,
            delete: `Detach${what}Policy`,
        },
        create(scope, inputs) {
            const [name, policyArn] = [read(inputs).text(holder), read(inputs).text("policyArn")];
            attach(scope, demand(scope, name), policyArn);
            return `${name}/${policyArn}`;
        },
        read(scope, id) {
            const { name, policyArn } = parts(id);
            const isThere = holdersOf(scope, policyArn).some(({ found }) => found.name === name);
            return isThere ? { policyArn, [holder]: name } : undefined;
        },
        delete(scope, id) {
            const { name, policyArn } = parts(id);
            detach(scope, demand(scope, name), policyArn);
        },
    };
}

/** `aws.iam.RolePolicyAttachment`. */
export const rolePolicyAttachment: ResourceModel = attachment("role", demandRoleHolder);

/** `aws.iam.UserPolicyAttachment`. */
export const userPolicyAttachment: ResourceModel = attachment("user", demandUserHolder);

/** `aws.iam.PolicyAttachment`: attaches a policy to these roles and users, and detaches it from all others. Groups are not modelled. */
export const policyAttachment: ResourceModel = {
    schema: {
        token: "aws:iam/policyAttachment:PolicyAttachment",
        required: { policyArn: "string" },
        optional: { groups: stringSet, roles: stringSet, users: stringSet },
        settled: { name: "string" },
        computed: {},
        autoName: { property: "name", maxLength: 255 },
        replaceOn: ["name", "policyArn"],
    },
    operations: {
        service: "IAM",
        create: "AttachRolePolicy",
        update: "AttachRolePolicy",
        delete: "DetachRolePolicy",
    },
    create(scope, inputs) {
        const given = read(inputs);
        if (["groups", "roles", "users"].every((each) => given.texts(each).length === 0)) {
            throw new AwsError(
                "ValidationError",
                "No Users, Roles, or Groups specified for IAM Policy Attachment",
            );
        }
        setHolders(scope, inputs);
        return given.text("name");
    },
    read(scope, id, known) {
        const policyArn = read(known).text("policyArn");
        const holders = holdersOf(scope, policyArn);
        const named = (kind: Holder["kind"]) =>
            holders.filter((each) => each.kind === kind).map(({ found }) => found.name);
        return {
            groups: known.groups,
            name: id,
            policyArn,
            roles: named("roles"),
            users: named("users"),
        };
    },
    update(scope, _id, _olds, news) {
        setHolders(scope, news);
    },
    delete(scope, _id, state) {
        setHolders(scope, { policyArn: state.policyArn });
    },
};

function setHolders(scope: Scope, inputs: Properties): void {
    const given = read(inputs);
    const policyArn = given.text("policyArn");
    const wanted = [
        ...given.texts("roles").map((name) => demandRoleHolder(scope, name)),
        ...given.texts("users").map((name) => demandUserHolder(scope, name)),
    ];
    const ids = new Set(wanted.map(({ kind, found }) => `${kind} ${found.id}`));
    for (const holder of holdersOf(scope, policyArn)) {
        if (!ids.has(`${holder.kind} ${holder.found.id}`)) {
            detach(scope, holder, policyArn);
        }
    }
    for (const holder of wanted) {
        attach(scope, holder, policyArn);
    }
}
