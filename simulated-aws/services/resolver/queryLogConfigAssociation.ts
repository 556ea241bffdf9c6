import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { demand, find, issueId, list, put, remove } from "../../world/objectsOf";

/** `aws.route53.ResolverQueryLogConfigAssociation`: a VPC whose queries are logged. */
export const queryLogConfigAssociation: ResourceModel = {
    schema: {
        token: "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
        required: { resolverQueryLogConfigId: "string", resourceId: "string" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["region", "resolverQueryLogConfigId", "resourceId"],
    },
    operations: {
        service: "Route53Resolver",
        create: "AssociateResolverQueryLogConfig",
        delete: "DisassociateResolverQueryLogConfig",
    },
    create(scope, inputs) {
        const given = read(inputs);
        const configId = demand(
            scope,
            "queryLogConfigs",
            given.text("resolverQueryLogConfigId"),
        ).id;
        const vpcId = given.text("resourceId");
        if (find(scope, "vpcs", vpcId) === undefined) {
            throw new AwsError(
                "InvalidParameterException",
                `The VPC ${vpcId} does not exist in ${scope.region}`,
            );
        }
        const isThere = list(scope, "queryLogVpcs").some(
            (each) => each.configId === configId && each.vpcId === vpcId,
        );
        if (isThere) {
            throw new AwsError(
                "ResourceExistsException",
                `The VPC ${vpcId} is associated with ${configId} already`,
            );
        }
        const id = issueId(scope.world, "rqlca");
        const { account, region } = scope;
        put(scope.world, "queryLogVpcs", { id, account, region, tags: {}, configId, vpcId });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "queryLogVpcs", id);
        return (
            found && {
                region: found.region,
                resolverQueryLogConfigId: found.configId,
                resourceId: found.vpcId,
            }
        );
    },
    delete: (scope, id) => {
        remove(scope.world, "queryLogVpcs", id);
    },
};
