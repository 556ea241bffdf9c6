import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { arnOf, demand, find, issueHex, put, remove } from "../../world/objectsOf";
import { common } from "../tags";
import { jsonFailures, oneOf } from "../validators";
import { defaultPolicy, demandUnlocked } from "./keyPolicyRules";

/** CustomerMasterKeySpec and KeyUsage in the reference of CreateKey. */
const SPECS = [
    "SYMMETRIC_DEFAULT",
    ...["RSA_2048", "RSA_3072", "RSA_4096"],
    ...["ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "SM2"],
    ...["HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512"],
];
const USAGES = [
    "ENCRYPT_DECRYPT",
    "SIGN_VERIFY",
    "GENERATE_VERIFY_MAC",
    "KEY_AGREEMENT",
    "ENCAPSULATE_DECAPSULATE",
];

/** `aws.kms.Key`. */
export const key: ResourceModel = {
    schema: {
        token: "aws:kms/key:Key",
        required: {},
        optional: {
            bypassPolicyLockoutSafetyCheck: "boolean",
            customKeyStoreId: "string",
            customerMasterKeySpec: "string",
            deletionWindowInDays: "integer",
            enableKeyRotation: "boolean",
            isEnabled: "boolean",
            keyUsage: "string",
            tags: stringMap,
            xksKeyId: "string",
        },
        settled: {
            description: "string",
            multiRegion: "boolean",
            policy: "document",
            region: "string",
            rotationPeriodInDays: "integer",
        },
        computed: { arn: "string", keyId: "string", tagsAll: stringMap },
        defaults: {
            bypassPolicyLockoutSafetyCheck: false,
            customerMasterKeySpec: "SYMMETRIC_DEFAULT",
            enableKeyRotation: false,
            isEnabled: true,
            keyUsage: "ENCRYPT_DECRYPT",
        },
        replaceOn: [
            "customKeyStoreId",
            "customerMasterKeySpec",
            "keyUsage",
            "multiRegion",
            "region",
            "xksKeyId",
        ],
        documents: ["policy"],
        ignored: ["bypassPolicyLockoutSafetyCheck", "deletionWindowInDays"],
    },
    operations: {
        service: "KMS",
        create: "CreateKey",
        update: "PutKeyPolicy",
        delete: "ScheduleKeyDeletion",
    },
    check: (inputs) => [
        ...jsonFailures(inputs, "policy"),
        ...oneOf(inputs, "customerMasterKeySpec", SPECS),
        ...oneOf(inputs, "keyUsage", USAGES),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const policy = given.text("policy", defaultPolicy(scope));
        demandUnlocked(scope, policy, given.flag("bypassPolicyLockoutSafetyCheck"));
        const digits = issueHex(scope.world, 32);
        const id = [8, 4, 4, 4, 12].reduce<string[]>(
            (parts, length) => [...parts, digits.slice(parts.join("").length).slice(0, length)],
            [],
        );
        put(scope.world, "keys", {
            id: id.join("-"),
            account: scope.account,
            region: scope.region,
            tags: given.tags(),
            description: given.text("description"),
            policy,
            enableKeyRotation: given.flag("enableKeyRotation"),
            isEnabled: given.flag("isEnabled", true),
            keyUsage: given.text("keyUsage", "ENCRYPT_DECRYPT"),
            multiRegion: given.flag("multiRegion"),
            rotationPeriodInDays: given.number("rotationPeriodInDays", 365),
        });
        return id.join("-");
    },
    read(scope, id) {
        const found = find(scope, "keys", id);
        if (found === undefined) {
            return undefined;
        }
        return {
            ...common(found),
            arn: arnOf(scope, "kms", `key/${id}`),
            description: found.description,
            enableKeyRotation: found.enableKeyRotation,
            isEnabled: found.isEnabled,
            keyId: id,
            keyUsage: found.keyUsage,
            multiRegion: found.multiRegion,
            policy: found.policy,
            rotationPeriodInDays: found.rotationPeriodInDays,
        };
    },
    update(scope, id, _olds, news) {
        const given = read(news);
        const found = demand(scope, "keys", id);
        const policy = given.text("policy", found.policy);
        demandUnlocked(scope, policy, given.flag("bypassPolicyLockoutSafetyCheck"));
        put(scope.world, "keys", {
            ...found,
            tags: given.tags(),
            description: given.text("description", found.description),
            policy,
            enableKeyRotation: given.flag("enableKeyRotation"),
            isEnabled: given.flag("isEnabled", true),
            rotationPeriodInDays: given.number("rotationPeriodInDays", found.rotationPeriodInDays),
        });
    },
    delete: (scope, id) => {
        remove(scope.world, "keys", id);
    },
};
