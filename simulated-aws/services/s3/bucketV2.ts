import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { omit, type Properties, read } from "../../model/values";
import { bucket } from "./bucket";

/** Parts that the older form has as lists of one, by the name that the newer form has for them. */
const LISTED: { [name: string]: string } = {
    logging: "loggings",
    replicationConfiguration: "replicationConfigurations",
    serverSideEncryptionConfiguration: "serverSideEncryptionConfigurations",
    versioning: "versionings",
    website: "websites",
};

const { settled, computed } = bucket.schema;
const renamed = Object.entries(settled).map(([name, type]) => [LISTED[name] ?? name, type]);

/** `aws.s3.BucketV2`: the same bucket in an older form of the provider. */
export const bucketV2: ResourceModel = {
    ...bucket,
    schema: {
        ...bucket.schema,
        token: "aws:s3/bucketV2:BucketV2",
        settled: { ...(Object.fromEntries(renamed) as typeof settled), tagsAll: stringMap },
        computed: omit(computed, "tagsAll"),
    },
    create: (scope, inputs) => bucket.create(scope, inNewForm(inputs)),
    read(scope, id, known) {
        const found = bucket.read(scope, id, known);
        return found && Object.keys(LISTED).reduce(omit, found);
    },
    update(scope, id, olds, news) {
        bucket.update?.(scope, id, olds, inNewForm(news));
    },
};

function inNewForm(inputs: Properties): Properties {
    const next = { ...inputs };
    for (const [name, list] of Object.entries(LISTED)) {
        const [only] = read(inputs).records(list);
        if (only !== undefined) {
            next[name] = name === "serverSideEncryptionConfiguration" ? encryptionFrom(only) : only;
        }
    }
    return next;
}

/** The older form has lists of one all the way down. */
function encryptionFrom(configuration: Properties): Properties {
    const [rule = {}] = read(configuration).records("rules");
    const [byDefault] = read(rule).records("applyServerSideEncryptionByDefaults");
    const { bucketKeyEnabled } = rule;
    return { rule: { bucketKeyEnabled, applyServerSideEncryptionByDefault: byDefault } };
}
