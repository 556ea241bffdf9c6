import type { WorldObject } from "../worldObject";

/** Objects that record traffic, and what they need: log groups, roles, keys, buckets, streams. */
export interface AuditObjects {
    flowLogs: FlowLog;
    logGroups: LogGroup;
    roles: Role;
    keys: Key;
    keyAliases: KeyAlias;
    buckets: Bucket;
    deliveryStreams: DeliveryStream;
}

export interface FlowLog extends WorldObject {
    /** ID of the VPC, subnet or network interface that is watched. */
    resourceId: string;
    trafficType: string;
    logDestinationType: string;
    logDestination: string;
    logFormat: string;
    maxAggregationInterval: number;
    iamRoleArn: string;
    /** Role in the account of the destination, for a delivery stream there. */
    deliverCrossAccountRole: string;
    destinationOptions?: { [key: string]: string | boolean };
}

/** Its `id` is `<account>/<region>/<name>`. */
export interface LogGroup extends WorldObject {
    name: string;
    /** 0 means for ever. */
    retentionInDays: number;
    kmsKeyId: string;
    logGroupClass: string;
    deletionProtectionEnabled: boolean;
}

/** Its `id` is `<account>/<name>`. */
export interface Role extends WorldObject {
    name: string;
    path: string;
    description: string;
    assumeRolePolicy: string;
    maxSessionDuration: number;
    permissionsBoundary: string;
    managedPolicyArns: string[];
    /** Documents by policy name. */
    inlinePolicies: { [key: string]: string };
    createDate: string;
    uniqueId: string;
}

export interface Key extends WorldObject {
    description: string;
    policy: string;
    enableKeyRotation: boolean;
    isEnabled: boolean;
    keyUsage: string;
    multiRegion: boolean;
    rotationPeriodInDays: number;
}

/** Its `id` is `<account>/<region>/<name>`. */
export interface KeyAlias extends WorldObject {
    /** With `alias/` at its begin. */
    name: string;
    keyId: string;
}

/** Its `id` is its name. */
export interface Bucket extends WorldObject {
    policy: string;
    /** Objects in it, for the rule that only an empty bucket can be deleted. */
    objectCount: number;
    /** Sub-resources by kind (`versioning`, `publicAccessBlock`, …), as the provider spells their properties. */
    settings: { [key: string]: { [key: string]: unknown } };
}

/** Its `id` is `<account>/<region>/<name>`. */
export interface DeliveryStream extends WorldObject {
    name: string;
    /** What the provider was given, echoed. */
    configuration: { [key: string]: unknown };
}
