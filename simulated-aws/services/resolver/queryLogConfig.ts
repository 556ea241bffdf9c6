import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { arnOf, demand, find, issueId, list, put, remove } from "../../world/objectsOf";
import { common } from "../tags";
import { nameFailures, RESOLVER_NAME } from "../validators";

/** Where queries may be logged: a log group, a bucket, a delivery stream. */
const DESTINATION =
    /^arn:[\w-]+:(logs:[^:]+:\d+:log-group:|s3:::|firehose:[^:]+:\d+:deliverystream\/)./;

/** `aws.route53.ResolverQueryLogConfig`: where the queries of VPCs are logged. Whether the logs arrive is not decided. */
export const queryLogConfig: ResourceModel = {
    schema: {
        token: "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig",
        required: { destinationArn: "string" },
        optional: { tags: stringMap },
        settled: { name: "string", region: "string" },
        computed: { arn: "string", ownerId: "string", shareStatus: "string", tagsAll: stringMap },
        autoName: { property: "name", maxLength: 64 },
        replaceOn: ["destinationArn", "name", "region"],
    },
    operations: {
        service: "Route53Resolver",
        create: "CreateResolverQueryLogConfig",
        update: "TagResource",
        delete: "DeleteResolverQueryLogConfig",
    },
    check: (inputs) => nameFailures(inputs, "name", RESOLVER_NAME),
    create(scope, inputs) {
        const given = read(inputs);
        const destinationArn = given.text("destinationArn");
        if (!DESTINATION.test(destinationArn)) {
            throw new AwsError(
                "InvalidParameterException",
                `The destination ${destinationArn} is not the ARN of a log group, a bucket or a delivery stream`,
            );
        }
        const id = issueId(scope.world, "rqlc");
        const { account, region } = scope;
        const tags = given.tags();
        const name = given.text("name");
        put(scope.world, "queryLogConfigs", { id, account, region, tags, name, destinationArn });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "queryLogConfigs", id);
        return (
            found && {
                ...common(found),
                arn: arnOf(scope, "route53resolver", `resolver-query-log-config/${id}`),
                destinationArn: found.destinationArn,
                name: found.name,
                ownerId: found.account,
                shareStatus: "NOT_SHARED",
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "queryLogConfigs", id);
        put(scope.world, "queryLogConfigs", { ...found, tags: read(news).tags() });
    },
    delete(scope, id) {
        if (list(scope, "queryLogVpcs").some(({ configId }) => configId === id)) {
            throw new AwsError(
                "InvalidRequestException",
                `The query logging configuration ${id} has VPCs; disassociate them first`,
            );
        }
        remove(scope.world, "queryLogConfigs", id);
    },
};
