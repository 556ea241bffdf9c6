import type { ResourceModel } from "../../model/resource";
import { omit, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { demand, find, put } from "../../world/objectsOf";

/** `aws.ec2transitgateway.Route`: one static route of a table. */
export const transitRoute: ResourceModel = {
    schema: {
        token: "aws:ec2transitgateway/route:Route",
        required: { destinationCidrBlock: "string", transitGatewayRouteTableId: "string" },
        optional: { blackhole: "boolean", transitGatewayAttachmentId: "string" },
        settled: { region: "string" },
        computed: {},
        replaceOn: [
            "blackhole",
            "destinationCidrBlock",
            "region",
            "transitGatewayAttachmentId",
            "transitGatewayRouteTableId",
        ],
    },
    operations: {
        service: "EC2",
        create: "CreateTransitGatewayRoute",
        delete: "DeleteTransitGatewayRoute",
    },
    create(scope, inputs) {
        const { tableId, destination } = placeOf(inputs);
        const table = demand(scope, "transitTables", tableId);
        if (table.routes[destination] !== undefined) {
            throw new AwsError(
                "RouteAlreadyExists",
                `Route ${destination} already exists in Transit Gateway Route Table ${tableId}.`,
            );
        }
        const given = read(inputs);
        const target = given.flag("blackhole") ? "" : given.text("transitGatewayAttachmentId");
        const routes = { ...table.routes, [destination]: target };
        put(scope.world, "transitTables", { ...table, routes });
        return `${tableId}_${destination}`;
    },
    read(scope, _id, known) {
        const { tableId, destination } = placeOf(known);
        const target = find(scope, "transitTables", tableId)?.routes[destination];
        if (target === undefined) {
            return undefined;
        }
        return {
            blackhole: target === "" ? true : known.blackhole,
            destinationCidrBlock: destination,
            region: scope.region,
            transitGatewayAttachmentId: target === "" ? undefined : target,
            transitGatewayRouteTableId: tableId,
        };
    },
    delete(scope, _id, state) {
        const { tableId, destination } = placeOf(state);
        const table = demand(scope, "transitTables", tableId);
        put(scope.world, "transitTables", { ...table, routes: omit(table.routes, destination) });
    },
};

function placeOf(properties: Properties): { tableId: string; destination: string } {
    return {
        tableId: read(properties).text("transitGatewayRouteTableId"),
        destination: read(properties).text("destinationCidrBlock"),
    };
}
