import type { Right } from "./right";
import { createdBy, ec2, onCreation, ownedBy, VPC } from "./subjects";

const COMPONENT = "EksEndpointSet";
const FLOW_LOGS = ec2("vpc-flow-log/*");

const flowLog: Right[] = [
    {
        sid: "ReadFlowLogs",
        use: "read",
        reason: "AWS shows flow logs all or none.",
        actions: ["ec2:DescribeFlowLogs"],
    },
    {
        sid: "CreateFlowLogOfVpc",
        use: "write",
        reason: "A flow log, of this VPC only.",
        actions: ["ec2:CreateFlowLogs"],
        resources: [VPC],
    },
    {
        sid: "CreateFlowLog",
        use: "write",
        reason: "The flow log has to carry the set's tag from the start.",
        actions: ["ec2:CreateFlowLogs"],
        resources: [FLOW_LOGS],
        conditions: createdBy(COMPONENT),
    },
    {
        sid: "TagNewFlowLog",
        use: "write",
        reason: "Tags that go with the creation need the right to tag.",
        actions: ["ec2:CreateTags"],
        resources: [FLOW_LOGS],
        conditions: onCreation(COMPONENT, "CreateFlowLogs"),
    },
    {
        sid: "ChangeFlowLog",
        use: "write",
        reason: "Tags and deletion of the set's own flow log.",
        actions: ["ec2:DeleteFlowLogs", "ec2:CreateTags", "ec2:DeleteTags"],
        resources: [FLOW_LOGS],
        conditions: ownedBy(COMPONENT),
    },
];

const LOG_GROUP = "arn:aws:logs:<region>:<account>:log-group:<name>-flow-log-group-*";
const ROLE = "arn:aws:iam::<account>:role/<name>-flow-log-role-*";

/** Rights on a flow log in a log group, with the role that delivers it. */
export const toLogGroup: Right[] = [
    ...flowLog,
    {
        sid: "FindLostRole",
        use: "optional",
        reason: "The role that an interrupted update has left behind is found by its name; without it nothing is said of it.",
        actions: ["iam:ListRoles"],
    },
    {
        sid: "ReadLogGroups",
        use: "read",
        reason: "AWS shows log groups all or none.",
        actions: ["logs:DescribeLogGroups"],
    },
    {
        sid: "ReadLogGroupTags",
        use: "read",
        reason: "Tags of the group with the set's name.",
        actions: ["logs:ListTagsForResource"],
        resources: [LOG_GROUP],
    },
    {
        sid: "ReadDeliveryRole",
        use: "read",
        reason: "The role with the set's name, and all that it may do, so that a second policy is seen.",
        actions: [
            "iam:GetRole",
            "iam:GetRolePolicy",
            "iam:ListRolePolicies",
            "iam:ListAttachedRolePolicies",
        ],
        resources: [ROLE],
    },
    {
        sid: "WriteLogGroup",
        use: "write",
        reason: "The group with the set's name. With a key of your own, the key's policy has to admit CloudWatch Logs.",
        actions: [
            "logs:CreateLogGroup",
            "logs:PutRetentionPolicy",
            "logs:AssociateKmsKey",
            "logs:DisassociateKmsKey",
            "logs:TagResource",
            "logs:UntagResource",
            "logs:DeleteLogGroup",
        ],
        resources: [LOG_GROUP],
    },
    {
        sid: "WriteDeliveryRole",
        use: "write",
        reason: "The role with the set's name, its one policy, and what a hand has added to or changed of them.",
        actions: [
            "iam:CreateRole",
            "iam:UpdateRole",
            "iam:UpdateRoleDescription",
            "iam:UpdateAssumeRolePolicy",
            "iam:PutRolePolicy",
            "iam:DeleteRolePolicy",
            "iam:DetachRolePolicy",
            "iam:TagRole",
            "iam:UntagRole",
            "iam:ListInstanceProfilesForRole",
            "iam:DeleteRole",
        ],
        resources: [ROLE],
    },
    {
        sid: "PassDeliveryRole",
        use: "write",
        reason: "The role is handed to the flow log, and to no other service.",
        actions: ["iam:PassRole"],
        resources: [ROLE],
        conditions: { StringEquals: { "iam:PassedToService": ["vpc-flow-logs.amazonaws.com"] } },
    },
];

const BUCKET = "arn:aws:s3:::<name>-flow-log-bucket-*";

/** Rights on a flow log in a bucket. */
export const toBucket: Right[] = [
    ...flowLog,
    {
        sid: "ReadBucket",
        use: "read",
        reason: "The provider reads every setting of a bucket, also those that nobody has set.",
        actions: [
            "s3:ListBucket",
            "s3:ListTagsForResource",
            "s3:GetAccelerateConfiguration",
            "s3:GetBucketAcl",
            "s3:GetBucketCORS",
            "s3:GetBucketLogging",
            "s3:GetBucketObjectLockConfiguration",
            "s3:GetBucketPolicy",
            "s3:GetBucketPublicAccessBlock",
            "s3:GetBucketRequestPayment",
            "s3:GetBucketVersioning",
            "s3:GetBucketWebsite",
            "s3:GetEncryptionConfiguration",
            "s3:GetLifecycleConfiguration",
            "s3:GetReplicationConfiguration",
        ],
        resources: [BUCKET],
    },
    {
        sid: "WriteBucket",
        use: "write",
        reason: "The bucket with the set's name, closed, encrypted and with a lifetime of its objects.",
        actions: [
            "s3:CreateBucket",
            "s3:TagResource",
            "s3:UntagResource",
            "s3:PutBucketPolicy",
            "s3:DeleteBucketPolicy",
            "s3:PutBucketPublicAccessBlock",
            "s3:PutEncryptionConfiguration",
            "s3:PutLifecycleConfiguration",
            "s3:DeleteBucket",
        ],
        resources: [BUCKET],
    },
    {
        sid: "ListLogs",
        use: "write",
        reason: "With `forceDestroy: true` the bucket is emptied before it is deleted; leave it out otherwise.",
        actions: ["s3:ListBucketVersions"],
        resources: [BUCKET],
    },
    {
        sid: "DeleteLogs",
        use: "write",
        reason: "As `ListLogs`.",
        actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
        resources: [`${BUCKET}/*`],
    },
    {
        sid: "DeliverLogs",
        use: "write",
        reason: "AWS sets up the delivery to the bucket as the caller, and judges it on no resource.",
        actions: ["logs:CreateLogDelivery", "logs:DeleteLogDelivery"],
    },
];
