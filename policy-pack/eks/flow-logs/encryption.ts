import { FlowLogDestination } from "eks-privatelink/domain";

import { findPointingTo, follow, joinLinks, type Links } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import {
    BUCKET_ENCRYPTION,
    BUCKET_ENCRYPTION_V2,
    KMS_KEY,
    KMS_KEY_POLICY,
} from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peek, type UnknownValue } from "../../stack/unknownValues";
import { readItems, readString, readValue } from "../../stack/values";
import { findAttached, findBucket, findLogGroup } from "./destinations";

/** How a bucket encrypts by default. */
export interface BucketEncryption {
    bucket: StackResource;
    /** The bucket, or the resource of its own, that says so. */
    resource: StackResource;
    /** Where it stands there. */
    path: string;
    usesKms: boolean;
    /** What stands there, property by property. */
    written: unknown;
}

/** The default encryption of a bucket, in resources of their own and inline; one that preview does not know throws. */
export function readBucketEncryption(stack: Stack, bucket: StackResource): BucketEncryption[] {
    const attached = findAttached(stack, bucket, [BUCKET_ENCRYPTION, BUCKET_ENCRYPTION_V2]);
    const inline = [
        ...readPlaces(bucket.given, "serverSideEncryptionConfiguration", "rule"),
        ...readPlaces(bucket.given, "serverSideEncryptionConfigurations", "rules"),
    ];
    return [
        ...attached.flatMap((resource) =>
            readPlaces(resource.given, "rules").map((rule) => ({ resource, ...rule })),
        ),
        ...inline.map((rule) => ({ resource: bucket, ...rule })),
    ].map(({ resource, place, value }) => {
        const written = readValue(value, "applyServerSideEncryptionByDefault");
        const usesKms = readString(written, "sseAlgorithm")?.startsWith("aws:kms") ?? false;
        const path = `${place}.applyServerSideEncryptionByDefault`;
        return { bucket, resource, path, usesKms, written };
    });
}

/** What stands under a property, and there under another one, in lists or alone, each with its path. */
function readPlaces(
    holder: unknown,
    property: string,
    ...below: string[]
): { place: string; value: unknown }[] {
    const isList = Array.isArray(readValue(holder, property));
    const [next, ...rest] = below;
    const { items, unknown } = readItems(holder, property);
    if (unknown[0] !== undefined) {
        throw unknown[0];
    }
    return items.flatMap(({ index, value }) => {
        const place = isList ? `${property}[${index}]` : property;
        return next === undefined
            ? [{ place, value }]
            : readPlaces(value, next, ...rest).map((each) => ({
                  ...each,
                  place: `${place}.${each.place}`,
              }));
    });
}

/** A KMS key with which the records of a flow log are encrypted. */
export interface LogEncryption {
    /** The log group or the bucket. */
    target: StackResource;
    /** What names the key, and where. */
    resource: StackResource;
    path: string;
    keyId: { value?: string; unknown?: UnknownValue };
    key: Links;
}

/** The keys with which the records of a flow log are encrypted. What this stack does not show is noted. */
export function findEncryptions(
    stack: Stack,
    log: StackResource,
    destination: string,
    notes: Notes,
): LogEncryption[] {
    switch (destination) {
        case FlowLogDestination.CloudWatchLogs: {
            const group = findLogGroup(stack, log, notes);
            const keys = group ? [encryptionOf(stack, group, group, "kmsKeyId", group.given)] : [];
            // Without a key of the stack's, CloudWatch Logs encrypts with one of its own.
            return keys.filter(({ keyId }) => keyId.value ?? keyId.unknown);
        }
        case FlowLogDestination.S3: {
            const bucket = findBucket(stack, log, notes);
            const read = bucket && notes.attempt(bucket, () => readBucketEncryption(stack, bucket));
            return (read ?? [])
                .filter(({ usesKms }) => usesKms)
                .map(({ bucket, resource, path, written }) =>
                    encryptionOf(stack, bucket, resource, `${path}.kmsMasterKeyId`, written),
                );
        }
        default:
            return [];
    }
}

function encryptionOf(
    stack: Stack,
    target: StackResource,
    resource: StackResource,
    path: string,
    written: unknown,
): LogEncryption {
    const [property = ""] = /^\w+/.exec(path) ?? [];
    const key = path.slice(path.lastIndexOf(".") + 1);
    return {
        target,
        resource,
        path,
        keyId: peek(() => readString(written, key)),
        key: followKey(stack, resource, property, { within: written, key }),
    };
}

/** What holds the policy of a key: resources of their own, before the key itself, whose policy they replace. */
export function findKeyPolicies(stack: Stack, key: StackResource): StackResource[] {
    const attached = ["arn", "id"].flatMap((by) =>
        findPointingTo(stack, key, {
            from: [KMS_KEY_POLICY],
            property: "keyId",
            types: [KMS_KEY],
            by,
        }),
    );
    return attached.length > 0 ? [...new Set(attached)] : [key];
}

/** A key is named by its ARN or by its ID. */
function followKey(
    stack: Stack,
    from: StackResource,
    property: string,
    place: { within: unknown; key: string },
): Links {
    const byArn = follow(stack, from, property, { types: [KMS_KEY], by: "arn", ...place });
    const byId = follow(stack, from, property, { types: [KMS_KEY], by: "id", ...place });
    return { ...joinLinks([byArn, byId]), unknown: byArn.unknown };
}
