import type { FunctionModel } from "../model/resource";
import { stringMap } from "../model/schema";
import { type Properties, read } from "../model/values";
import { logGroup } from "../services/logs";
import { bucket } from "../services/s3/bucket";
import type { Scope } from "../world/types";

// Where flow logs are kept.

/** A log group, by its name. */
export const getLogGroup: FunctionModel = {
    schema: {
        token: "aws:cloudwatch/getLogGroup:getLogGroup",
        args: { name: "string", region: "string", tags: stringMap },
        requiredArgs: ["name"],
        result: {
            arn: "string",
            creationTime: "integer",
            deletionProtectionEnabled: "boolean",
            id: "string",
            kmsKeyId: "string",
            logGroupClass: "string",
            name: "string",
            region: "string",
            retentionInDays: "integer",
            tags: stringMap,
        },
    },
    operations: { service: "CloudWatch Logs", call: "DescribeLogGroups" },
    call: (scope, args) => {
        const name = read(args).text("name");
        const found = demanded(logGroup.read(scope, name, {}), scope, "CloudWatch Logs Log Group");
        return { ...found, id: name, creationTime: 0, tags: found.tagsAll };
    },
};

/** A bucket of the account, by its name. */
export const getBucket: FunctionModel = {
    schema: {
        token: "aws:s3/getBucket:getBucket",
        args: { bucket: "string", region: "string" },
        requiredArgs: ["bucket"],
        result: {
            arn: "string",
            bucket: "string",
            bucketDomainName: "string",
            bucketRegion: "string",
            bucketRegionalDomainName: "string",
            hostedZoneId: "string",
            id: "string",
            region: "string",
            websiteDomain: "string",
            websiteEndpoint: "string",
        },
    },
    operations: { service: "S3", call: "HeadBucket" },
    call: (scope, args) => {
        const name = read(args).text("bucket");
        return { ...demanded(bucket.read(scope, name, {}), scope, "S3 Bucket"), id: name };
    },
};

/** The provider's words for a search without a result. */
function demanded(found: Properties | undefined, { region }: Scope, what: string): Properties {
    if (found === undefined) {
        throw new Error(`reading ${what}: couldn't find resource`);
    }
    return { ...found, region };
}
