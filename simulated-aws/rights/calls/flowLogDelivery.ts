import type { ResourceCalls } from "../providerCalls";

/** Calls for what a flow log delivers to a log group with: the group, and the role and its policies. */
export const flowLogDelivery: ResourceCalls[] = [
    {
        token: "aws:cloudwatch/logGroup:LogGroup",
        sources: [
            {
                file: "internal/service/logs/group.go",
                commit: "0073593e7d6993ba482409f4dc35438daaa79bb3",
            },
        ],
        create: [
            "logs:CreateLogGroup",
            { call: "logs:PutRetentionPolicy", when: { given: "retentionInDays" } },
        ],
        read: ["logs:DescribeLogGroups", "logs:ListTagsForResource"],
        update: [
            { call: "logs:PutRetentionPolicy", when: { changed: "retentionInDays" } },
            { call: "logs:AssociateKmsKey", when: { sets: "kmsKeyId" } },
            { call: "logs:DisassociateKmsKey", when: { unsets: "kmsKeyId" } },
            { call: "logs:UntagResource", when: "tagsRemoved" },
            { call: "logs:TagResource", when: "tagsAdded" },
        ],
        delete: ["logs:DeleteLogGroup"],
    },
    {
        token: "aws:iam/role:Role",
        sources: [
            {
                file: "internal/service/iam/role.go",
                commit: "0040ea6911af00bea2cca6dbb14e86829826ad8e",
            },
        ],
        create: ["iam:CreateRole"],
        read: [
            "iam:GetRole",
            "iam:ListRolePolicies",
            { call: "iam:GetRolePolicy", when: { given: "inlinePolicies" } },
            "iam:ListAttachedRolePolicies",
        ],
        update: [
            { call: "iam:UpdateAssumeRolePolicy", when: { changed: "assumeRolePolicy" } },
            { call: "iam:UpdateRoleDescription", when: { changed: "description" } },
            { call: "iam:UpdateRole", when: { changed: "maxSessionDuration" } },
            { call: "iam:UntagRole", when: "tagsRemoved" },
            { call: "iam:TagRole", when: "tagsAdded" },
        ],
        delete: ["iam:ListInstanceProfilesForRole", "iam:DeleteRole"],
    },
    {
        token: "aws:iam/rolePolicy:RolePolicy",
        sources: [
            {
                file: "internal/service/iam/role_policy.go",
                commit: "02f97af85f89a04e8ed89f5e8b64a9a67f3cfe07",
            },
        ],
        create: ["iam:PutRolePolicy", "iam:GetRolePolicy"],
        read: ["iam:GetRolePolicy"],
        update: ["iam:PutRolePolicy"],
        delete: ["iam:DeleteRolePolicy"],
    },
    // The lists are compared with what the role has; only an update, which follows a drift, finds something to take away.
    {
        token: "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
        sources: [
            {
                file: "internal/service/iam/role_policies_exclusive.go",
                commit: "02568cd96c755798f5e9f9adca199da877b7912e",
            },
        ],
        create: ["iam:ListRolePolicies"],
        read: ["iam:ListRolePolicies"],
        update: [
            "iam:ListRolePolicies",
            { call: "iam:DeleteRolePolicy", when: { shrinks: "policyNames" } },
        ],
        delete: [],
    },
    {
        token: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
        sources: [
            {
                file: "internal/service/iam/role_policy_attachments_exclusive.go",
                commit: "20e0a28a948035664fd03c63109a1fcfc2e3e87f",
            },
        ],
        create: ["iam:ListAttachedRolePolicies"],
        read: ["iam:ListAttachedRolePolicies"],
        update: [
            "iam:ListAttachedRolePolicies",
            { call: "iam:DetachRolePolicy", when: { shrinks: "policyArns" } },
        ],
        delete: [],
    },
];
