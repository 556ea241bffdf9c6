import { Bucket } from "@pulumi/aws/s3/bucket";
import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration";
import { BucketPolicy } from "@pulumi/aws/s3/bucketPolicy";
import { BucketPublicAccessBlock } from "@pulumi/aws/s3/bucketPublicAccessBlock";
import { BucketServerSideEncryptionConfiguration } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration";
import type { Input, Output, Resource } from "@pulumi/pulumi";

import { demand, derive, together, unchecked } from "../checks/checked";
import { isLater } from "../checks/shape";
import type { ChildScope } from "../component/scope";
import { deliveryBucketPolicy } from "../domain/flowLogDelivery";
import type { ResolvedFlowLogs } from "./defaults";
import { childNames } from "./names";
import type { VerifiedSet } from "./verify";

/** A bucket for flow logs: private, encrypted, for TLS only, and emptied of what is older than the retention. */
export function createFlowLogBucket(
    { args: { flowLogs }, flowLogKey, caller, vpcAccepted }: VerifiedSet,
    scope: ChildScope,
): { destinationArn: Output<string>; dependsOn: Resource[] } {
    const { name, parent, region, tags } = scope;
    const bucket = new Bucket(
        childNames.flowLogBucket(name),
        { forceDestroy: flowLogs.forceDestroy, region, tags },
        {
            parent,
            dependsOn: vpcAccepted,
            // AWS shows the key with the bucket too, once it has been refreshed.
            additionalSecretOutputs: isLater(flowLogKey)
                ? ["serverSideEncryptionConfiguration"]
                : [],
        },
    );
    const access = new BucketPublicAccessBlock(
        childNames.flowLogBucketAccess(name),
        {
            bucket: bucket.id,
            region,
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        },
        { parent },
    );
    const encryption = createEncryption(bucket, flowLogKey, scope);
    createLifecycle(bucket, flowLogs, scope);
    const policy = new BucketPolicy(
        childNames.flowLogBucketPolicy(name),
        {
            bucket: bucket.id,
            region,
            policy: demand(
                derive(together(unchecked(bucket.arn), caller), ([arn, by]) =>
                    deliveryBucketPolicy(arn, by),
                ),
            ),
        },
        // S3 refuses two changes of a bucket's access at the same time.
        { parent, dependsOn: [access] },
    );
    return { destinationArn: bucket.arn, dependsOn: [policy, encryption] };
}

function createEncryption(
    bucket: Bucket,
    keyArn: Input<string> | undefined,
    { name, parent, region }: ChildScope,
): Resource {
    const byDefault =
        keyArn === undefined
            ? { sseAlgorithm: "AES256" }
            : { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
    return new BucketServerSideEncryptionConfiguration(
        childNames.flowLogBucketEncryption(name),
        {
            bucket: bucket.id,
            region,
            rules: [
                {
                    applyServerSideEncryptionByDefault: byDefault,
                    // With bucket keys S3 names the bucket and not the log, which a key policy for flow logs does not admit.
                    bucketKeyEnabled: false,
                },
            ],
        },
        { parent },
    );
}

function createLifecycle(
    bucket: Bucket,
    { retentionInDays }: ResolvedFlowLogs,
    { name, parent, region }: ChildScope,
): void {
    new BucketLifecycleConfiguration(
        childNames.flowLogBucketLifecycle(name),
        {
            bucket: bucket.id,
            region,
            rules: [
                {
                    id: "expire-flow-logs",
                    status: "Enabled",
                    filter: { prefix: "" },
                    expiration: { days: retentionInDays },
                },
            ],
        },
        { parent },
    );
}
