import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { jsonFailures } from "../validators";
import { demandBucket, findBucket } from "./bucket";

/** Longest bucket policy in bytes. https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html */
const POLICY_BYTES = 20_480;

/** `aws.s3.BucketPolicy`. */
export const bucketPolicy: ResourceModel = {
    schema: {
        token: "aws:s3/bucketPolicy:BucketPolicy",
        required: { bucket: "string", policy: "document" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["bucket", "region"],
        documents: ["policy"],
    },
    operations: {
        service: "S3",
        create: "PutBucketPolicy",
        update: "PutBucketPolicy",
        delete: "DeleteBucketPolicy",
    },
    check: (inputs) => jsonFailures(inputs, "policy"),
    create(scope, inputs) {
        const name = read(inputs).text("bucket");
        setPolicy(scope, name, read(inputs).text("policy"));
        return name;
    },
    read(scope, id) {
        const found = findBucket(scope, id);
        if (found === undefined || found.policy === "") {
            return undefined;
        }
        return { bucket: id, policy: found.policy, region: found.region };
    },
    update: (scope, id, _olds, news) => {
        setPolicy(scope, id, read(news).text("policy"));
    },
    delete: (scope, id) => {
        setPolicy(scope, id, "");
    },
};

function setPolicy(scope: Scope, name: string, policy: string): void {
    if (Buffer.byteLength(policy) > POLICY_BYTES) {
        throw new AwsError("PolicyTooLarge", "Policy exceeds the maximum allowed size.");
    }
    const found = demandBucket(scope, name);
    const foreign = foreignResource(policy, name);
    if (foreign !== undefined) {
        throw new AwsError("MalformedPolicy", "Policy has invalid resource");
    }
    put(scope.world, "buckets", { ...found, policy });
}

/** A resource of the policy that is not this bucket or in it. */
function foreignResource(policy: string, name: string): string | undefined {
    if (policy === "") {
        return undefined;
    }
    const { Statement: statements } = JSON.parse(policy) as {
        Statement?: { Resource?: string | string[] }[];
    };
    const resources = [statements ?? []].flat().flatMap((statement) => statement.Resource ?? []);
    return resources.find(
        (resource) => !resource.endsWith(`:::${name}`) && !resource.includes(`:::${name}/`),
    );
}
