import { renderPolicy } from "./endpoint-policy";

/** The one account and region whose flow logs may be delivered. */
export interface DeliveryScope {
    partition: string;
    region: string;
    accountId: string;
}

/** Service principal that delivers flow logs to CloudWatch Logs. Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
export const FLOW_LOGS_PRINCIPAL = "vpc-flow-logs.amazonaws.com";

/** Service principal that delivers flow logs to S3. Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html */
export const LOG_DELIVERY_PRINCIPAL = "delivery.logs.amazonaws.com";

/** Trust policy of the role that delivers to CloudWatch Logs, for flow logs of one account and region only. */
export function deliveryRoleTrust({ partition, region, accountId }: DeliveryScope): string {
    return renderPolicy({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: [FLOW_LOGS_PRINCIPAL] },
                Action: ["sts:AssumeRole"],
                Condition: {
                    StringEquals: { "aws:SourceAccount": [accountId] },
                    ArnLike: {
                        "aws:SourceArn": [
                            `arn:${partition}:ec2:${region}:${accountId}:vpc-flow-log/*`,
                        ],
                    },
                },
            },
        ],
    });
}

/**
 * What the delivery role may do: write to one log group. Without `logs:CreateLogGroup`, because with it a deleted
 * group comes back without retention and without key.
 */
export function deliveryRolePermissions(logGroupArn: string): string {
    return renderPolicy({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resource: [logGroupArn, `${logGroupArn}:*`],
            },
            { Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: ["*"] },
        ],
    });
}

/**
 * Policy of a bucket for flow logs: delivery for one account and region only, and nothing for anybody without TLS. The names
 * of the statements are those that AWS gives them, so that there is one of each where it adds its own. There is no
 * condition on `s3:x-amz-acl`: a bucket without ACLs may get no such header.
 * Sources: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html,
 * https://github.com/cloudposse/terraform-aws-vpc-flow-logs-s3-bucket/issues/101, both read 2026-11-26
 */
export function deliveryBucketPolicy(bucketArn: string, scope: DeliveryScope): string {
    const { partition, region, accountId } = scope;
    const source = {
        StringEquals: { "aws:SourceAccount": [accountId] },
        ArnLike: { "aws:SourceArn": [`arn:${partition}:logs:${region}:${accountId}:*`] },
    };
    const delivery = { Service: [LOG_DELIVERY_PRINCIPAL] };
    return renderPolicy({
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "AWSLogDeliveryWrite",
                Effect: "Allow",
                Principal: delivery,
                Action: ["s3:PutObject"],
                Resource: [`${bucketArn}/AWSLogs/${accountId}/*`],
                Condition: source,
            },
            {
                Sid: "AWSLogDeliveryAclCheck",
                Effect: "Allow",
                Principal: delivery,
                Action: ["s3:GetBucketAcl", "s3:ListBucket"],
                Resource: [bucketArn],
                Condition: source,
            },
            {
                Sid: "TlsOnly",
                Effect: "Deny",
                Principal: "*",
                Action: ["s3:*"],
                Resource: [bucketArn, `${bucketArn}/*`],
                Condition: { Bool: { "aws:SecureTransport": ["false"] } },
            },
        ],
    });
}
