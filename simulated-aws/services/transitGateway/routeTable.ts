import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { arnOf, demand, find, issueId, put, remove } from "../../world/objectsOf";
import { common } from "../tags";

/** `aws.ec2transitgateway.RouteTable`. */
export const transitRouteTable: ResourceModel = {
    schema: {
        token: "aws:ec2transitgateway/routeTable:RouteTable",
        required: { transitGatewayId: "string" },
        optional: { tags: stringMap },
        settled: { region: "string" },
        computed: {
            arn: "string",
            defaultAssociationRouteTable: "boolean",
            defaultPropagationRouteTable: "boolean",
            tagsAll: stringMap,
        },
        replaceOn: ["region", "transitGatewayId"],
    },
    operations: {
        service: "EC2",
        create: "CreateTransitGatewayRouteTable",
        update: "CreateTags",
        delete: "DeleteTransitGatewayRouteTable",
    },
    create(scope, inputs) {
        const { world, account, region } = scope;
        const gatewayId = demand(
            scope,
            "transitGateways",
            read(inputs).text("transitGatewayId"),
        ).id;
        const id = issueId(world, "tgw-rtb");
        const empty = { associated: [], propagating: [], routes: {} };
        const tags = read(inputs).tags();
        put(world, "transitTables", { id, account, region, tags, gatewayId, ...empty });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "transitTables", id);
        if (found === undefined) {
            return undefined;
        }
        const gateway = find(scope, "transitGateways", found.gatewayId);
        return {
            ...common(found),
            arn: arnOf(scope, "ec2", `transit-gateway-route-table/${id}`),
            defaultAssociationRouteTable: gateway?.associationTableId === id,
            defaultPropagationRouteTable: gateway?.propagationTableId === id,
            transitGatewayId: found.gatewayId,
        };
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "transitTables", id);
        put(scope.world, "transitTables", { ...found, tags: read(news).tags() });
    },
    delete(scope, id) {
        const { associated } = demand(scope, "transitTables", id);
        if (associated.length > 0) {
            throw new AwsError("IncorrectState", `${id} has non-deleted associations.`);
        }
        remove(scope.world, "transitTables", id);
    },
};
