import { outputOf, type TestResource } from "../testResource";
import { ACCOUNT_ID, idOf, type Inputs, type Placed, REGION } from "./common";

export function flowLog(inputs: Inputs, { name = "log" }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/flowLog:FlowLog",
        name,
        inputs: { trafficType: "ALL", ...inputs },
        computed: {
            id: idOf("fl", name),
            logDestination: `arn:aws:logs:${REGION}:${ACCOUNT_ID}:log-group:auto`,
        },
    };
}

export function logGroup(inputs: Inputs = {}, { name = "flow-logs" }: Placed = {}): TestResource {
    return {
        type: "aws:cloudwatch/logGroup:LogGroup",
        name,
        inputs: {
            retentionInDays: 365,
            kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/k",
            ...inputs,
        },
        computed: {
            id: name,
            arn: `arn:aws:logs:${REGION}:${ACCOUNT_ID}:log-group:${name}`,
            retentionInDays: 0,
        },
    };
}

/** The text of a trust policy for flow logs of one account. */
export function deliveryTrust(statement: Inputs = {}): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT_ID } },
                ...statement,
            },
        ],
    });
}

export function role(inputs: Inputs = {}, { name = "delivery" }: Placed = {}): TestResource {
    return {
        type: "aws:iam/role:Role",
        name,
        inputs: { assumeRolePolicy: deliveryTrust(), ...inputs },
        computed: { id: name, arn: `arn:aws:iam::${ACCOUNT_ID}:role/${name}` },
    };
}

export function bucket(inputs: Inputs = {}, { name = "logs" }: Placed = {}): TestResource {
    return {
        type: "aws:s3/bucket:Bucket",
        name,
        inputs,
        computed: {
            id: name,
            bucket: name,
            arn: `arn:aws:s3:::${name}`,
            policy: "",
            serverSideEncryptionConfiguration: {
                rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
            },
        },
    };
}

/** The text of a key policy: the default statement, and one for a service where there is one to let in. */
export function keyPolicy(service?: string, statement: Inputs = {}): string {
    const root = { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` };
    const forService = {
        Effect: "Allow",
        Principal: { Service: service },
        Action: [
            "kms:Encrypt",
            "kms:Decrypt",
            "kms:ReEncrypt*",
            "kms:GenerateDataKey*",
            "kms:DescribeKey",
        ],
        Resource: "*",
        ...statement,
    };
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Principal: root, Action: "kms:*", Resource: "*" },
            ...(service === undefined ? [] : [forService]),
        ],
    });
}

export function kmsKey(inputs: Inputs = {}, { name = "key" }: Placed = {}): TestResource {
    const keyId = `0123abcd-12ab-34cd-56ef-${name}`;
    return {
        type: "aws:kms/key:Key",
        name,
        inputs,
        computed: {
            id: keyId,
            keyId,
            arn: `arn:aws:kms:${REGION}:${ACCOUNT_ID}:key/${keyId}`,
            policy: keyPolicy(),
        },
    };
}

/** The policy of a key in a resource of its own. */
export function kmsKeyPolicy(
    of: TestResource,
    inputs: Inputs,
    { name = "key-policy" }: Placed = {},
): TestResource {
    return {
        type: "aws:kms/keyPolicy:KeyPolicy",
        name,
        inputs: { keyId: outputOf(of), ...inputs },
        computed: { id: name },
    };
}

export function bucketPolicy(inputs: Inputs, { name = "logs-policy" }: Placed = {}): TestResource {
    return { type: "aws:s3/bucketPolicy:BucketPolicy", name, inputs, computed: { id: name } };
}

export function bucketEncryption(inputs: Inputs, { name = "logs-sse" }: Placed = {}): TestResource {
    return {
        type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        name,
        inputs,
        computed: { id: name },
    };
}
