import { type Properties, read } from "../../model/values";
import type { Context } from "../../packet/policy/document";
import { evaluatePolicy } from "../../packet/policy/evaluate";
import type { Bucket } from "../../world/objects/audit";
import type { Scope } from "../../world/types";
import { findKey } from "../kms/keyPolicyRules";

/** Who writes flow logs into buckets. */
export const DELIVERY = "delivery.logs.amazonaws.com";

/** Why a bucket's key keeps records out or unreadable. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-cmk-policy.html */
export function bucketKeyProblem(
    scope: Scope,
    bucket: Bucket,
    context: Context,
): string | undefined {
    const encryption = read(encryptionOf(bucket));
    if (!encryption.text("sseAlgorithm").startsWith("aws:kms")) {
        return undefined;
    }
    const keyId = encryption.text("kmsMasterKeyId");
    if (keyId === "") {
        return "the records cannot be read: the bucket uses the key that AWS manages";
    }
    if (!/^arn:.*:key\//.test(keyId)) {
        return `LogDestination undeliverable: the bucket names its key by ${keyId}, not by the key's ARN`;
    }
    const key = findKey(scope, keyId);
    if (key === undefined) {
        return `the key ${keyId} of the bucket does not exist`;
    }
    if (!key.isEnabled) {
        return `the key ${keyId} of the bucket is disabled`;
    }
    const verdict = evaluatePolicy(key.policy, {
        principal: { service: DELIVERY },
        action: "kms:GenerateDataKey",
        resource: keyId,
        context,
    });
    return verdict.allowed ? undefined : `the key policy refuses delivery: ${verdict.reason}`;
}

/** Encryption by default, from the resource of its own or from inside the bucket's. */
function encryptionOf({ settings }: Bucket): Properties {
    const part = settings.bucketServerSideEncryptionConfiguration as Properties | undefined;
    const [own = {}] = read(part ?? {}).records("rules");
    const inline = read((settings.inline ?? {}) as Properties).record(
        "serverSideEncryptionConfiguration",
    );
    const rule = part === undefined ? read(inline).record("rule") : own;
    return read(rule).record("applyServerSideEncryptionByDefault");
}
