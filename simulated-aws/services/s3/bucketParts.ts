import type { ResourceModel } from "../../model/resource";
import type { ResourceSchema } from "../../model/schema";
import { omit, pick, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Bucket } from "../../world/objects/audit";
import { put } from "../../world/objectsOf";
import { demandBucket, findBucket } from "./bucket";

type PartSchema = Pick<ResourceSchema, "required" | "optional" | "settled" | "defaults">;

/** Throws what S3 refuses of a part. */
type Demand = (found: Bucket, inputs: Properties) => void;

/** How a part is taken away where S3 has no call of its own for it, and what S3 refuses of it. */
interface PartOptions {
    /** The call that takes the part away, false where the provider makes none. Defaults to Delete and what S3 calls the part. */
    remove?: string | false;
    demand?: Demand;
}

/** A part of a bucket with a resource of its own, kept as it was given. The provider has some of them under an older name as well. */
function bucketPart(
    name: string,
    operation: string,
    schema: PartSchema,
    { remove = `Delete${operation}`, demand = () => undefined }: PartOptions = {},
): ResourceModel {
    const type = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const member = type.replace(/V2$/, "");
    const properties = Object.keys({ ...schema.required, ...schema.optional, ...schema.settled });
    const known = (property: string) => properties.filter((each) => each === property);
    const kept = (inputs: Properties) => pick(inputs, properties);
    return {
        schema: {
            token: `aws:s3/${type}:${name}`,
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
            delete: remove || undefined,
        },
        create(scope, inputs) {
            const found = demandBucket(scope, read(inputs).text("bucket"));
            demand(found, inputs);
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
            demand(found, news);
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

export const bucketPublicAccessBlock: ResourceModel = bucketPart(
    "BucketPublicAccessBlock",
    "PublicAccessBlock",
    {
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
    },
);

const encryption: PartSchema = {
    required: { rules: { list: "any" } },
    optional: owner,
    settled: {},
};

export const bucketEncryption: ResourceModel = bucketPart(
    "BucketServerSideEncryptionConfiguration",
    "BucketEncryption",
    encryption,
);

export const bucketEncryptionV2: ResourceModel = bucketPart(
    "BucketServerSideEncryptionConfigurationV2",
    "BucketEncryption",
    encryption,
);

export const bucketOwnershipControls: ResourceModel = bucketPart(
    "BucketOwnershipControls",
    "BucketOwnershipControls",
    {
        required: { rule: { object: { objectOwnership: "string" } } },
        optional: {},
        settled: {},
    },
);

const lifecycle: PartSchema = {
    required: {},
    optional: { rules: { list: "any" }, timeouts: "any" },
    settled: { ...owner, transitionDefaultMinimumObjectSize: "string" },
};

export const bucketLifecycle: ResourceModel = bucketPart(
    "BucketLifecycleConfiguration",
    "BucketLifecycleConfiguration",
    lifecycle,
    { remove: "DeleteBucketLifecycle" },
);

export const bucketLifecycleV2: ResourceModel = bucketPart(
    "BucketLifecycleConfigurationV2",
    "BucketLifecycleConfiguration",
    lifecycle,
    { remove: "DeleteBucketLifecycle" },
);

// Versioning, ACLs and logging cannot be taken away: the provider suspends, keeps and empties them.
const versioning: PartSchema = {
    required: {
        versioningConfiguration: { object: { mfaDelete: "string", status: "string" } },
    },
    optional: { ...owner, mfa: "string" },
    settled: {},
};

export const bucketVersioning: ResourceModel = bucketPart(
    "BucketVersioning",
    "BucketVersioning",
    versioning,
    { remove: "PutBucketVersioning" },
);

export const bucketVersioningV2: ResourceModel = bucketPart(
    "BucketVersioningV2",
    "BucketVersioning",
    versioning,
    { remove: "PutBucketVersioning" },
);

const ACLS: PartOptions = { remove: false, demand: demandAcls };

const acl: PartSchema = {
    required: {},
    optional: { ...owner, acl: "string" },
    settled: { accessControlPolicy: "any" },
};

export const bucketAcl: ResourceModel = bucketPart("BucketAcl", "BucketAcl", acl, ACLS);
export const bucketAclV2: ResourceModel = bucketPart("BucketAclV2", "BucketAcl", acl, ACLS);

const LOGGING: PartOptions = { remove: "PutBucketLogging" };

const logging: PartSchema = {
    required: { targetBucket: "string", targetPrefix: "string" },
    optional: { ...owner, targetGrants: { list: "any" }, targetObjectKeyFormat: "any" },
    settled: {},
};

export const bucketLogging: ResourceModel = bucketPart(
    "BucketLogging",
    "BucketLogging",
    logging,
    LOGGING,
);
export const bucketLoggingV2: ResourceModel = bucketPart(
    "BucketLoggingV2",
    "BucketLogging",
    logging,
    LOGGING,
);

/**
 * A new bucket takes no ACLs, and none that lets the public in, until its ownership and its public access block are changed.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
 */
function demandAcls({ settings }: Bucket, inputs: Properties): void {
    const ownership = settings.bucketOwnershipControls as Properties | undefined;
    const rule = read(read(ownership ?? {}).record("rule"));
    if (rule.text("objectOwnership", "BucketOwnerEnforced") === "BucketOwnerEnforced") {
        throw new AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs");
    }
    const block = settings.bucketPublicAccessBlock as Properties | undefined;
    const isPublic = read(inputs).text("acl").startsWith("public-");
    if (isPublic && read(block ?? {}).flag("blockPublicAcls", true)) {
        throw new AwsError("AccessDenied", "Access Denied");
    }
}
