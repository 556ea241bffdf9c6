import type { ResourceCalls } from "../providerCalls";

/** A part of a bucket: a call to set it, one to read it, and those that take it away. */
function part(
    token: string,
    file: string,
    commit: string,
    [put, get, ...remove]: [string, string, ...string[]],
): ResourceCalls {
    return {
        token,
        sources: [{ file: `internal/service/s3/${file}`, commit }],
        create: [put, get],
        read: [get],
        update: [put],
        delete: remove,
    };
}

/** Calls for buckets and their parts. */
export const s3: ResourceCalls[] = [
    {
        token: "aws:s3/bucket:Bucket",
        sources: [
            {
                file: "internal/service/s3/bucket.go",
                commit: "0070bcd12c952f14c5434a6f351ef7b6fa791226",
            },
            { file: "internal/service/s3/bucket.go" },
            // Tags go with the creation since terraform-provider-aws 6.23, and are read by ListTagsForResource; without the
            // permission the provider falls back to GetBucketTagging and PutBucketTagging, which the model leaves out.
            // Source: https://github.com/pulumi/pulumi-aws/issues/6317, https://github.com/lacework/go-sdk/pull/1857.
        ],
        create: ["s3:CreateBucket", "s3:HeadBucket"],
        read: [
            "s3:HeadBucket",
            "s3:GetBucketPolicy",
            "s3:GetBucketAcl",
            "s3:GetBucketCors",
            "s3:GetBucketWebsite",
            "s3:GetBucketVersioning",
            "s3:GetBucketAccelerateConfiguration",
            "s3:GetBucketRequestPayment",
            "s3:GetBucketLogging",
            "s3:GetBucketLifecycleConfiguration",
            "s3:GetBucketReplication",
            "s3:GetBucketEncryption",
            "s3:GetObjectLockConfiguration",
            "s3:ListTagsForResource",
        ],
        update: [
            { call: "s3:UntagResource", when: "tagsRemoved" },
            { call: "s3:TagResource", when: "tagsAdded" },
        ],
        // The bucket is emptied only where AWS says that it is not; flow logs will be there.
        delete: [
            "s3:DeleteBucket",
            { call: "s3:ListObjectVersions", when: { given: "forceDestroy" } },
            { call: "s3:DeleteObjects", when: { given: "forceDestroy" } },
        ],
    },
    part(
        "aws:s3/bucketPolicy:BucketPolicy",
        "bucket_policy.go",
        "0073593e7d6993ba482409f4dc35438daaa79bb3",
        ["s3:PutBucketPolicy", "s3:GetBucketPolicy", "s3:DeleteBucketPolicy", "s3:GetBucketPolicy"],
    ),
    part(
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        "bucket_public_access_block.go",
        "01606926a0c0ab9174aec440f976a48b0baee722",
        [
            "s3:PutPublicAccessBlock",
            "s3:GetPublicAccessBlock",
            "s3:DeletePublicAccessBlock",
            "s3:GetPublicAccessBlock",
        ],
    ),
    part(
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "bucket_server_side_encryption_configuration.go",
        "01606926a0c0ab9174aec440f976a48b0baee722",
        ["s3:PutBucketEncryption", "s3:GetBucketEncryption", "s3:DeleteBucketEncryption"],
    ),
    part(
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "bucket_lifecycle_configuration.go",
        "01606926a0c0ab9174aec440f976a48b0baee722",
        [
            "s3:PutBucketLifecycleConfiguration",
            "s3:GetBucketLifecycleConfiguration",
            "s3:DeleteBucketLifecycle",
            "s3:GetBucketLifecycleConfiguration",
        ],
    ),
];
