import type { FunctionModel } from "../model/resource";
import { stringMap } from "../model/schema";
import { textOf } from "../model/values";
import { DESTINATIONS, inlineRoutes, routeTable, TARGETS } from "../services/routing/routeTable";
import type { RouteTable } from "../world/objects/network";
import { get, list } from "../world/objectsOf";
import type { Scope } from "../world/types";
import { filters, fits, theOnly } from "./filters";
import { idsFunction } from "./idsFunction";

const BY_ARGUMENT = {
    gatewayId: "association.gateway-id",
    routeTableId: "route-table-id",
    subnetId: "association.subnet-id",
    vpcId: "vpc-id",
};

/** One route table. */
export const getRouteTable: FunctionModel = {
    schema: {
        token: "aws:ec2/getRouteTable:getRouteTable",
        args: {
            filters,
            gatewayId: "string",
            region: "string",
            routeTableId: "string",
            subnetId: "string",
            tags: stringMap,
            vpcId: "string",
        },
        result: {
            arn: "string",
            associations: { list: "any" },
            filters,
            gatewayId: "string",
            id: "string",
            ownerId: "string",
            region: "string",
            routeTableId: "string",
            routes: { list: "any" },
            subnetId: "string",
            tags: stringMap,
            vpcId: "string",
        },
        optionalResult: ["filters"],
    },
    operations: { service: "EC2", call: "DescribeRouteTables" },
    call: (scope, args) => {
        const matching = list(scope, "routeTables").filter((each) =>
            fits(args, facetsOf(scope, each), each.tags, BY_ARGUMENT),
        );
        const found = theOnly(matching, "EC2 Route Table");
        const { arn, ownerId } = routeTable.read(scope, found.id, {}) ?? {};
        return {
            arn,
            associations: associationsOf(scope, found),
            filters: args.filters,
            gatewayId: textOf(args.gatewayId),
            id: found.id,
            ownerId,
            region: found.region,
            routeTableId: found.id,
            routes: inlineRoutes(found).map((each) =>
                Object.fromEntries(
                    [...DESTINATIONS, "instanceId", ...TARGETS].map((name) => [
                        name,
                        textOf(each[name]),
                    ]),
                ),
            ),
            subnetId: textOf(args.subnetId),
            tags: { ...found.tags },
            vpcId: found.vpcId,
        };
    },
};

/** IDs of route tables. */
export const getRouteTables = idsFunction(
    "getRouteTables",
    "DescribeRouteTables",
    (scope) => list(scope, "routeTables"),
    facetsOf,
    { vpcId: "vpc-id" },
);

function isMain(scope: Scope, { id, vpcId }: RouteTable): boolean {
    return get(scope.world, "vpcs", vpcId)?.mainRouteTableId === id;
}

function associationsOf(scope: Scope, found: RouteTable) {
    const named = Object.entries(found.associations).map(([id, target]) => ({
        gatewayId: target.startsWith("subnet-") ? "" : target,
        main: false,
        routeTableAssociationId: id,
        routeTableId: found.id,
        subnetId: target.startsWith("subnet-") ? target : "",
    }));
    const main = {
        gatewayId: "",
        main: true,
        routeTableAssociationId: `rtbassoc-${found.id.slice(4)}`,
        routeTableId: found.id,
        subnetId: "",
    };
    return isMain(scope, found) ? [main, ...named] : named;
}

function facetsOf(scope: Scope, found: RouteTable) {
    const targets = Object.values(found.associations);
    return {
        "association.gateway-id": targets.filter((each) => !each.startsWith("subnet-")),
        "association.main": String(isMain(scope, found)),
        "association.route-table-association-id": Object.keys(found.associations),
        "association.route-table-id": found.id,
        "association.subnet-id": targets.filter((each) => each.startsWith("subnet-")),
        "owner-id": found.account,
        "route-table-id": found.id,
        "route.destination-cidr-block": Object.keys(found.routes),
        "vpc-id": found.vpcId,
    };
}
