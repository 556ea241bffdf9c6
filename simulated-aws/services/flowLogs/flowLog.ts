import type { ResourceModel } from "../../model/resource";
import { stringMap, strings } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { arnOf, demand, find, issueId, put, remove } from "../../world/objectsOf";
import { common } from "../tags";
import { oneOf } from "../validators";
import { demandDestination } from "./destinations";
import { demandFlowLogPossible } from "./flowLogRules";
import { DEFAULT_FORMAT } from "./recordFields";

/** What a flow log can watch, in the provider's words; the model knows the first three. */
const WATCHED = [
    "eniId",
    "subnetId",
    "vpcId",
    "regionalNatGatewayId",
    "transitGatewayAttachmentId",
    "transitGatewayId",
] as const;

const IMMUTABLE = {
    deliverCrossAccountRole: "string",
    eniId: "string",
    iamRoleArn: "string",
    logDestinationType: "string",
    maxAggregationInterval: "integer",
    regionalNatGatewayId: "string",
    subnetId: "string",
    trafficType: "string",
    transitGatewayAttachmentId: "string",
    transitGatewayId: "string",
    vpcId: "string",
} as const;

/** `aws.ec2.FlowLog`. EC2 cannot change one: everything but the tags makes a new one. */
export const flowLog: ResourceModel = {
    schema: {
        token: "aws:ec2/flowLog:FlowLog",
        required: {},
        optional: {
            ...IMMUTABLE,
            destinationOptions: {
                object: {
                    fileFormat: "string",
                    hiveCompatiblePartitions: "boolean",
                    perHourPartition: "boolean",
                },
            },
            tagFieldSpecifications: {
                list: { object: { resourceType: "string", tagKeys: strings } },
            },
            tags: stringMap,
        },
        settled: { logDestination: "string", logFormat: "string", region: "string" },
        computed: { arn: "string", tagsAll: stringMap },
        defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
        replaceOn: [
            ...Object.keys(IMMUTABLE),
            "destinationOptions",
            "logDestination",
            "logFormat",
            "region",
            "tagFieldSpecifications",
        ],
    },
    operations: {
        service: "EC2",
        create: "CreateFlowLogs",
        update: "CreateTags",
        delete: "DeleteFlowLogs",
    },
    check: (inputs) => [
        ...oneOf(inputs, "trafficType", ["ACCEPT", "REJECT", "ALL"]),
        ...oneOf(inputs, "maxAggregationInterval", [60, 600]),
        ...oneOf(inputs, "logDestinationType", ["cloud-watch-logs", "s3", "kinesis-data-firehose"]),
        ...watchedFailures(inputs),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const options = given.record("destinationOptions");
        const wanted = {
            account: scope.account,
            region: scope.region,
            tags: given.tags(),
            resourceId: WATCHED.map((name) => given.text(name)).find((text) => text !== "") ?? "",
            trafficType: given.text("trafficType"),
            logDestinationType: given.text("logDestinationType", "cloud-watch-logs"),
            logDestination: given.text("logDestination"),
            logFormat: given.text("logFormat", DEFAULT_FORMAT),
            maxAggregationInterval: given.number("maxAggregationInterval", 600),
            iamRoleArn: given.text("iamRoleArn"),
            deliverCrossAccountRole: given.text("deliverCrossAccountRole"),
            ...(given.has("destinationOptions")
                ? { destinationOptions: options as { [key: string]: string | boolean } }
                : {}),
        };
        demandFlowLogPossible(scope, wanted);
        demandDestination(scope, wanted);
        const id = issueId(scope.world, "fl");
        put(scope.world, "flowLogs", { ...wanted, id });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "flowLogs", id);
        if (found === undefined) {
            return undefined;
        }
        const watched = found.resourceId.startsWith("vpc-")
            ? "vpcId"
            : found.resourceId.startsWith("subnet-")
              ? "subnetId"
              : "eniId";
        return {
            ...common(found),
            [watched]: found.resourceId,
            arn: arnOf(scope, "ec2", `vpc-flow-log/${id}`),
            trafficType: found.trafficType,
            logDestinationType: found.logDestinationType,
            logDestination: found.logDestination,
            logFormat: found.logFormat,
            maxAggregationInterval: found.maxAggregationInterval,
            iamRoleArn: found.iamRoleArn === "" ? undefined : found.iamRoleArn,
            deliverCrossAccountRole:
                found.deliverCrossAccountRole === "" ? undefined : found.deliverCrossAccountRole,
            destinationOptions: found.destinationOptions,
        };
    },
    update(scope, id, _olds, news) {
        put(scope.world, "flowLogs", { ...demand(scope, "flowLogs", id), tags: read(news).tags() });
    },
    delete: (scope, id) => {
        remove(scope.world, "flowLogs", id);
    },
};

function watchedFailures(inputs: Properties) {
    const given = WATCHED.filter((name) => inputs[name] !== undefined);
    if (given.length === 1) {
        return [];
    }
    const names =
        "`eni_id,regional_nat_gateway_id,subnet_id,transit_gateway_attachment_id,transit_gateway_id,vpc_id`";
    const reason =
        given.length === 0
            ? `one of ${names} must be specified`
            : `only one of ${names} can be specified, but \`${given.join(",")}\` were specified.`;
    return [{ property: given[1] ?? "vpcId", reason }];
}
