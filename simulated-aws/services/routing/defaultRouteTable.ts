import type { ResourceModel } from "../../model/resource";
import { inputsOf } from "../../model/schema";
import { read } from "../../model/values";
import { demand, put } from "../../world/objectsOf";
import { routesFrom, routeTable } from "./routeTable";

const { routes, region, propagatingVgws } = inputsOf(routeTable.schema);

/**
 * `aws.ec2.DefaultRouteTable`: takes over the table that a VPC is born with, which from then on has the inline routes
 * and no others. Deleting it leaves the table as it is.
 */
export const defaultRouteTable: ResourceModel = {
    schema: {
        ...routeTable.schema,
        token: "aws:ec2/defaultRouteTable:DefaultRouteTable",
        required: { defaultRouteTableId: "string" },
        optional: { ...routeTable.schema.optional, propagatingVgws: propagatingVgws ?? "any" },
        settled: { region: region ?? "string", routes: routes ?? "any" },
        computed: { ...routeTable.schema.computed, vpcId: "string" },
        replaceOn: ["defaultRouteTableId", "region"],
    },
    operations: { service: "EC2", create: "DescribeRouteTables", update: "ReplaceRoute" },
    create(scope, inputs) {
        const found = demand(scope, "routeTables", read(inputs).text("defaultRouteTableId"));
        const tags = read(inputs).tags();
        put(scope.world, "routeTables", {
            ...found,
            tags,
            routes: routesFrom(scope, found.vpcId, inputs),
        });
        return found.id;
    },
    read(scope, id, known) {
        const found = routeTable.read(scope, id, known);
        return found && { ...found, defaultRouteTableId: id };
    },
    update(scope, id, olds, news) {
        routeTable.update?.(scope, id, olds, news);
    },
    delete: () => undefined,
};
