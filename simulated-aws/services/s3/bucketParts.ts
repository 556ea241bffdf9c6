import type { ResourceModel } from "../../model/resource";
import type { ResourceSchema } from "../../model/schema";
import { omit, pick, type Properties, read } from "../../model/values";
import { put } from "../../world/objectsOf";
import { demandBucket, findBucket } from "./bucket";

type PartSchema = Pick<ResourceSchema, "required" | "optional" | "settled" | "defaults">;

/** A part of a bucket with a resource of its own, kept as it was given; `remove` is the call that takes it away. */
function bucketPart(
    name: string,
    operation: string,
    schema: PartSchema,
    remove = `Delete${operation}`,
): ResourceModel {
    const member = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const properties = Object.keys({ ...schema.required, ...schema.optional, ...schema.settled });
    const known = (property: string) => properties.filter((each) => each === property);
    const kept = (inputs: Properties) => pick(inputs, properties);
    return {
        schema: {
            token: `aws:s3/${member}:${name}`,
            ...schema,
            required: { bucket: "string", ...schema.required },
            settled: { region: "string", ...schema.settled },
            computed: {},
            replaceOn: ["bucket", "region", ...known("expectedBucketOwner")],
            ignored: known("skipDestroy"),
        },
        operations: {
            service: "S3",
            create: `Put${operation}`,
            update: `Put${operation}`,
            delete: remove,
        },
        create(scope, inputs) {
            const found = demandBucket(scope, read(inputs).text("bucket"));
            const settings = { ...found.settings, [member]: kept(inputs) };
            put(scope.world, "buckets", { ...found, settings });
            return found.id;
        },
        read(scope, id) {
            const found = findBucket(scope, id);
            const part = found?.settings[member] as Properties | undefined;
            if (found === undefined || part === undefined) {
                return undefined;
            }
            const settled: Properties = {};
            for (const each of Object.keys(schema.settled)) {
                settled[each] = "";
            }
            return { ...settled, ...part, bucket: id, region: found.region };
        },
        update(scope, id, _olds, news) {
            const found = demandBucket(scope, id);
            const settings = { ...found.settings, [member]: kept(news) };
            put(scope.world, "buckets", { ...found, settings });
        },
        delete(scope, id) {
            const found = demandBucket(scope, id);
            put(scope.world, "buckets", { ...found, settings: omit(found.settings, member) });
        },
    };
}

const owner = { expectedBucketOwner: "string" } as const;

export const bucketPublicAccessBlock = bucketPart("BucketPublicAccessBlock", "PublicAccessBlock", {
    required: {},
    optional: {
        blockPublicAcls: "boolean",
        blockPublicPolicy: "boolean",
        ignorePublicAcls: "boolean",
        restrictPublicBuckets: "boolean",
        skipDestroy: "boolean",
    },
    settled: {},
    defaults: {
        blockPublicAcls: false,
        blockPublicPolicy: false,
        ignorePublicAcls: false,
        restrictPublicBuckets: false,
    },
});

export const bucketEncryption = bucketPart(
    "BucketServerSideEncryptionConfiguration",
    "BucketEncryption",
    { required: { rules: { list: "any" } }, optional: owner, settled: {} },
);

export const bucketOwnershipControls = bucketPart(
    "BucketOwnershipControls",
    "BucketOwnershipControls",
    {
        required: { rule: { object: { objectOwnership: "string" } } },
        optional: {},
        settled: {},
    },
);

export const bucketLifecycle = bucketPart("BucketLifecycleConfiguration", "BucketLifecycle", {
    required: {},
    optional: { rules: { list: "any" }, timeouts: "any" },
    settled: { ...owner, transitionDefaultMinimumObjectSize: "string" },
});

// Versioning cannot be taken away: the provider suspends it.
export const bucketVersioning = bucketPart(
    "BucketVersioning",
    "BucketVersioning",
    {
        required: {
            versioningConfiguration: { object: { mfaDelete: "string", status: "string" } },
        },
        optional: { ...owner, mfa: "string" },
        settled: {},
    },
    "PutBucketVersioning",
);
