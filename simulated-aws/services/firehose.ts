import type { ResourceModel } from "../model/resource";
import { type PropertyTypes, stringMap } from "../model/schema";
import { type Properties, read } from "../model/values";
import { AwsError } from "../world/errors";
import { arnOf, demand, find, put, remove } from "../world/objectsOf";
import type { Scope } from "../world/types";
import { common } from "./tags";
import { nameFailures } from "./validators";

const CONFIGURATIONS: PropertyTypes = Object.fromEntries(
    [
        "elasticsearchConfiguration",
        "extendedS3Configuration",
        "httpEndpointConfiguration",
        "icebergConfiguration",
        "kinesisSourceConfiguration",
        "mskSourceConfiguration",
        "opensearchConfiguration",
        "opensearchserverlessConfiguration",
        "redshiftConfiguration",
        "serverSideEncryption",
        "snowflakeConfiguration",
        "splunkConfiguration",
    ].map((name) => [name, "any" as const]),
);

/** `aws.kinesis.FirehoseDeliveryStream`, as a destination for flow logs; what it is told is kept, not looked into. */
export const deliveryStream: ResourceModel = {
    schema: {
        token: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        required: { destination: "string" },
        optional: { ...CONFIGURATIONS, tags: stringMap },
        settled: {
            arn: "string",
            destinationId: "string",
            name: "string",
            region: "string",
            versionId: "string",
        },
        computed: { tagsAll: stringMap },
        autoName: { property: "name", maxLength: 64 },
        replaceOn: ["destination", "name", "region"],
    },
    operations: {
        service: "Firehose",
        create: "CreateDeliveryStream",
        update: "UpdateDestination",
        delete: "DeleteDeliveryStream",
    },
    // DeliveryStreamName in the API reference.
    check: (inputs) =>
        nameFailures(inputs, "name", { maxLength: 64, pattern: /^[a-zA-Z0-9_.-]+$/ }),
    create(scope, inputs) {
        const name = read(inputs).text("name");
        if (find(scope, "deliveryStreams", keyOf(scope, name)) !== undefined) {
            throw new AwsError(
                "ResourceInUseException",
                `Firehose ${name} under account ${scope.account} already exists.`,
            );
        }
        put(scope.world, "deliveryStreams", {
            id: keyOf(scope, name),
            account: scope.account,
            region: scope.region,
            tags: read(inputs).tags(),
            name,
            configuration: configurationFrom(inputs),
        });
        return arnOf(scope, "firehose", `deliverystream/${name}`);
    },
    read(scope, id) {
        const found = find(scope, "deliveryStreams", keyOf(scope, nameFrom(id)));
        return (
            found && {
                ...common(found),
                ...(found.configuration as Properties),
                arn: id,
                name: found.name,
                destinationId: "destinationId-000000000001",
                versionId: "1",
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "deliveryStreams", keyOf(scope, nameFrom(id)));
        const configuration = configurationFrom(news);
        put(scope.world, "deliveryStreams", { ...found, tags: read(news).tags(), configuration });
    },
    delete: (scope, id) => {
        remove(scope.world, "deliveryStreams", keyOf(scope, nameFrom(id)));
    },
};

function keyOf(scope: Scope, name: string): string {
    return `${scope.account}/${scope.region}/${name}`;
}

function nameFrom(arn: string): string {
    return arn.split("/")[1] ?? arn;
}

function configurationFrom(inputs: Properties): { [key: string]: unknown } {
    const names = ["destination", ...Object.keys(CONFIGURATIONS)];
    return Object.fromEntries(
        names.filter((name) => read(inputs).has(name)).map((name) => [name, inputs[name]]),
    );
}
