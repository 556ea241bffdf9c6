import type { ResourceModel } from "../model/resource";
import { stringMap } from "../model/schema";
import { read } from "../model/values";
import { evaluatePolicy } from "../packet/policy/evaluate";
import { AwsError } from "../world/errors";
import { arnOf, demand, find, issueHex, put, remove } from "../world/objectsOf";
import { partitionOf } from "../world/regions";
import type { Scope } from "../world/types";
import { findKey } from "./kms/keyPolicyRules";
import { common } from "./tags";
import { nameFailures, oneOf } from "./validators";

/** Days that CloudWatch Logs knows; 0 is the provider's word for ever. PutRetentionPolicy in the API reference. */
const RETENTION_DAYS = [
    0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653,
];

/** `aws.cloudwatch.LogGroup`. */
export const logGroup: ResourceModel = {
    schema: {
        token: "aws:cloudwatch/logGroup:LogGroup",
        required: {},
        optional: {
            kmsKeyId: "string",
            retentionInDays: "integer",
            skipDestroy: "boolean",
            tags: stringMap,
        },
        settled: {
            deletionProtectionEnabled: "boolean",
            logGroupClass: "string",
            name: "string",
            namePrefix: "string",
            region: "string",
        },
        computed: { arn: "string", tagsAll: stringMap },
        defaults: { retentionInDays: 0, skipDestroy: false },
        autoName: { property: "name", maxLength: 512 },
        replaceOn: ["logGroupClass", "name", "namePrefix", "region"],
        ignored: ["namePrefix", "skipDestroy"],
    },
    operations: {
        service: "CloudWatch Logs",
        create: "CreateLogGroup",
        update: "PutRetentionPolicy",
        delete: "DeleteLogGroup",
    },
    check: (inputs) => [
        ...nameFailures(inputs, "name", { maxLength: 512, pattern: /^[.\-_/#A-Za-z0-9]+$/ }),
        ...oneOf(inputs, "retentionInDays", RETENTION_DAYS),
        ...oneOf(inputs, "logGroupClass", ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"]),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const name = given.has("namePrefix")
            ? `${given.text("namePrefix")}${issueHex(scope.world, 8)}`
            : given.text("name");
        if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(name)) {
            throw new AwsError(
                "InvalidParameterException",
                `1 validation error detected: Value '${name}' at 'logGroupName' failed to satisfy constraint`,
            );
        }
        if (find(scope, "logGroups", keyOf(scope, name)) !== undefined) {
            throw new AwsError(
                "ResourceAlreadyExistsException",
                "The specified log group already exists",
            );
        }
        demandKey(scope, name, given.text("kmsKeyId"));
        put(scope.world, "logGroups", {
            id: keyOf(scope, name),
            account: scope.account,
            region: scope.region,
            tags: given.tags(),
            name,
            retentionInDays: given.number("retentionInDays"),
            kmsKeyId: given.text("kmsKeyId"),
            logGroupClass: given.text("logGroupClass", "STANDARD"),
            deletionProtectionEnabled: given.flag("deletionProtectionEnabled"),
        });
        return name;
    },
    read(scope, id) {
        const found = find(scope, "logGroups", keyOf(scope, id));
        return (
            found && {
                ...common(found),
                arn: arnOf(scope, "logs", `log-group:${id}`),
                name: found.name,
                namePrefix: "",
                retentionInDays: found.retentionInDays,
                kmsKeyId: found.kmsKeyId,
                logGroupClass: found.logGroupClass,
                deletionProtectionEnabled: found.deletionProtectionEnabled,
            }
        );
    },
    update(scope, id, _olds, news) {
        const given = read(news);
        const found = demand(scope, "logGroups", keyOf(scope, id));
        if (given.text("kmsKeyId") !== found.kmsKeyId) {
            demandKey(scope, id, given.text("kmsKeyId"));
        }
        put(scope.world, "logGroups", {
            ...found,
            tags: given.tags(),
            retentionInDays: given.number("retentionInDays"),
            kmsKeyId: given.text("kmsKeyId"),
            deletionProtectionEnabled: given.flag(
                "deletionProtectionEnabled",
                found.deletionProtectionEnabled,
            ),
        });
    },
    delete(scope, id, state) {
        if (read(state).flag("skipDestroy")) {
            return;
        }
        if (demand(scope, "logGroups", keyOf(scope, id)).deletionProtectionEnabled) {
            throw new AwsError(
                "ValidationException",
                "Deletion protection is enabled for the log group.",
            );
        }
        remove(scope.world, "logGroups", keyOf(scope, id));
    },
};

/** Refuses a key that the service cannot use. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function demandKey(scope: Scope, name: string, keyArn: string): void {
    if (keyArn === "") {
        return;
    }
    const arn = arnOf(scope, "logs", `log-group:${name}`);
    const key = /^arn:.*:key\//.test(keyArn) ? findKey(scope, keyArn) : undefined;
    const isUsable =
        key?.isEnabled === true &&
        evaluatePolicy(key.policy, {
            principal: { service: `logs.${scope.region}.${partitionOf(scope.region).dnsSuffix}` },
            action: "kms:GenerateDataKey",
            resource: keyArn,
            context: {
                "aws:SourceAccount": scope.account,
                "aws:SourceArn": arn,
                "kms:EncryptionContext:aws:logs:arn": arn,
            },
        }).allowed;
    if (isUsable) {
        return;
    }
    throw new AwsError(
        "InvalidParameterException",
        `The specified KMS key does not exist or is not allowed to be used with LogGroup '${arn}'`,
    );
}

function keyOf(scope: Scope, name: string): string {
    return `${scope.account}/${scope.region}/${name}`;
}
