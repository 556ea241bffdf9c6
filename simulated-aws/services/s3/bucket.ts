import type { ResourceModel } from "../../model/resource";
import { type PropertyTypes, stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Bucket } from "../../world/objects/audit";
import { demand, get, issueHex, put, remove } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { common } from "../tags";

/** Parts of a bucket that have resources of their own; set inline they are kept, and not looked into. */
const INLINE: PropertyTypes = {
    accelerationStatus: "string",
    acl: "string",
    corsRules: "any",
    grants: "any",
    lifecycleRules: "any",
    logging: "any",
    objectLockConfiguration: "any",
    replicationConfiguration: "any",
    requestPayer: "string",
    serverSideEncryptionConfiguration: "any",
    versioning: "any",
    website: "any",
};

/** `aws.s3.Bucket`. Bucket names are unique over all accounts. */
export const bucket: ResourceModel = {
    schema: {
        token: "aws:s3/bucket:Bucket",
        required: {},
        optional: { forceDestroy: "boolean", tags: stringMap },
        settled: {
            ...INLINE,
            bucket: "string",
            bucketNamespace: "string",
            bucketPrefix: "string",
            objectLockEnabled: "boolean",
            policy: "document",
            region: "string",
        },
        computed: {
            arn: "string",
            bucketDomainName: "string",
            bucketRegion: "string",
            bucketRegionalDomainName: "string",
            hostedZoneId: "string",
            tagsAll: stringMap,
            websiteDomain: "string",
            websiteEndpoint: "string",
        },
        defaults: { forceDestroy: false },
        autoName: { property: "bucket", maxLength: 63, isLowerCase: true },
        replaceOn: ["bucket", "bucketPrefix", "objectLockEnabled", "region"],
        documents: ["policy"],
        ignored: ["bucketPrefix"],
    },
    operations: {
        service: "S3",
        create: "CreateBucket",
        update: "PutBucketTagging",
        delete: "DeleteBucket",
    },
    check: (inputs) => {
        const name = inputs.bucket;
        if (typeof name !== "string" || isBucketName(name)) {
            return [];
        }
        return [{ property: "bucket", reason: `"${name}" is not a valid S3 bucket name` }];
    },
    create(scope, inputs) {
        const given = read(inputs);
        const name = given.has("bucketPrefix")
            ? `${given.text("bucketPrefix")}${issueHex(scope.world, 8)}`
            : given.text("bucket");
        const other = get(scope.world, "buckets", name);
        if (other !== undefined) {
            throw other.account === scope.account
                ? new AwsError(
                      "BucketAlreadyOwnedByYou",
                      `Your previous request to create the named bucket succeeded and you already own it.`,
                  )
                : new AwsError(
                      "BucketAlreadyExists",
                      "The requested bucket name is not available.",
                  );
        }
        put(scope.world, "buckets", {
            id: name,
            account: scope.account,
            region: scope.region,
            tags: given.tags(),
            policy: given.text("policy"),
            objectCount: 0,
            settings: { inline: inlineFrom(inputs) },
        });
        return name;
    },
    read(scope, id) {
        const found = findBucket(scope, id);
        return found && { ...bucketOutputs(found), ...(found.settings.inline as Properties) };
    },
    update(scope, id, _olds, news) {
        const found = demandBucket(scope, id);
        put(scope.world, "buckets", {
            ...found,
            tags: read(news).tags(),
            policy: read(news).text("policy", found.policy),
            settings: { ...found.settings, inline: inlineFrom(news) },
        });
    },
    delete(scope, id, state) {
        const found = demandBucket(scope, id);
        if (found.objectCount > 0 && !read(state).flag("forceDestroy")) {
            throw new AwsError("BucketNotEmpty", "The bucket you tried to delete is not empty");
        }
        remove(scope.world, "buckets", id);
    },
};

const RESERVED_STARTS = ["xn--", "sthree-", "amzn-s3-demo-"];
const RESERVED_ENDS = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function isBucketName(name: string): boolean {
    return (
        /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
        !name.includes("..") &&
        !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
        !RESERVED_STARTS.some((start) => name.startsWith(start)) &&
        !RESERVED_ENDS.some((end) => name.endsWith(end))
    );
}

/** A bucket of the calling account; S3 finds it from any region. */
export function findBucket(scope: Scope, name: string): Bucket | undefined {
    const found = get(scope.world, "buckets", name);
    return found?.account === scope.account ? found : undefined;
}

/** A bucket that must exist. */
export function demandBucket(scope: Scope, name: string): Bucket {
    const found = findBucket(scope, name);
    return found ?? demand({ ...scope, region: "none" }, "buckets", name);
}

function bucketOutputs(found: Bucket): Properties {
    const { name: partition, dnsSuffix } = partitionOf(found.region);
    return {
        ...common(found),
        arn: `arn:${partition}:s3:::${found.id}`,
        bucket: found.id,
        bucketNamespace: "global",
        bucketPrefix: "",
        bucketDomainName: `${found.id}.s3.${dnsSuffix}`,
        bucketRegion: found.region,
        bucketRegionalDomainName: `${found.id}.s3.${found.region}.${dnsSuffix}`,
        hostedZoneId: "",
        objectLockEnabled: false,
        policy: found.policy,
        websiteDomain: "",
        websiteEndpoint: "",
    };
}

function inlineFrom(inputs: Properties): { [key: string]: unknown } {
    const names = Object.keys(INLINE).filter((name) => read(inputs).has(name));
    return Object.fromEntries(names.map((name) => [name, inputs[name]]));
}
