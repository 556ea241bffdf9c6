import { parsePolicy, PolicyStatement, renderPolicy } from "./endpoint-policy";
import { Problem } from "./problem";

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

/** Policy of a bucket for flow logs: delivery for one account and region only, and nothing for anybody without TLS. */
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
                Sid: "FlowLogDelivery",
                Effect: "Allow",
                Principal: delivery,
                Action: ["s3:PutObject"],
                Resource: [`${bucketArn}/AWSLogs/${accountId}/*`],
                Condition: {
                    ...source,
                    StringEquals: {
                        ...source.StringEquals,
                        "s3:x-amz-acl": ["bucket-owner-full-control"],
                    },
                },
            },
            {
                Sid: "FlowLogDeliveryCheck",
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

/**
 * Problems of a delivery role's trust policy or of a log bucket's policy: a statement that lets a log delivery service
 * act for flow logs of any account, because it names neither `aws:SourceAccount` nor `aws:SourceArn` (the confused deputy).
 */
export function checkDelivery(policy: string): Problem[] {
    const { document, problems } = parsePolicy(policy);
    if (document === undefined) {
        return problems;
    }
    return document.Statement.flatMap((statement, i) =>
        statement.Effect === "Allow" && namesDelivery(statement) && !namesSource(statement)
            ? [
                  {
                      path: `Statement[${i}].Condition`,
                      reason:
                          `${deliveryPrincipals(statement).join(", ")} may act for the flow logs of any account; ` +
                          'add StringEquals "aws:SourceAccount" or ArnLike "aws:SourceArn" with the account of the logs',
                  },
              ]
            : [],
    );
}

function deliveryPrincipals({ Principal }: PolicyStatement): string[] {
    const services = typeof Principal === "object" ? (Principal.Service ?? []) : [];
    return services.filter(
        (service) => service === FLOW_LOGS_PRINCIPAL || service === LOG_DELIVERY_PRINCIPAL,
    );
}

function namesDelivery(statement: PolicyStatement): boolean {
    return deliveryPrincipals(statement).length > 0;
}

/** Whether a condition that cannot be skipped names an account: by its number, or inside an ARN. */
function namesSource({ Condition = {} }: PolicyStatement): boolean {
    return Object.entries(Condition).some(([operator, keys]) =>
        Object.entries(keys).some(
            ([key, values]) =>
                /^(StringEquals|StringLike|ArnEquals|ArnLike)$/i.test(operator) &&
                /^aws:Source(Account|Arn)$/i.test(key) &&
                values.length > 0 &&
                values.every((value) => /(^|:)\d{12}(:|$)/.test(value)),
        ),
    );
}
