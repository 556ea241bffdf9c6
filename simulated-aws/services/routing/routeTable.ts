import type { ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { RouteTable } from "../../world/objects/network";
import { arnOf, demand, find, issueId, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { demandTarget } from "./routeTarget";

/** What a route may lead to, as the provider names it. */
export const TARGETS = [
    "carrierGatewayId",
    "coreNetworkArn",
    "egressOnlyGatewayId",
    "gatewayId",
    "localGatewayId",
    "natGatewayId",
    "networkInterfaceId",
    "odbNetworkArn",
    "transitGatewayId",
    "vpcEndpointId",
    "vpcPeeringConnectionId",
] as const;

/** Where a route may lead, as the provider names it. */
export const DESTINATIONS = ["cidrBlock", "ipv6CidrBlock", "destinationPrefixListId"] as const;

/** `aws.ec2.RouteTable`. Inline routes are made exactly so; an omitted list is left alone. */
export const routeTable: ResourceModel = {
    schema: {
        token: "aws:ec2/routeTable:RouteTable",
        required: { vpcId: "string" },
        optional: { tags: stringMap },
        settled: {
            propagatingVgws: stringSet,
            region: "string",
            routes: {
                list: {
                    object: Object.fromEntries(
                        [...DESTINATIONS, ...TARGETS].map((name) => [name, "string" as const]),
                    ),
                },
                unordered: true,
            },
        },
        computed: { arn: "string", ownerId: "string", tagsAll: stringMap },
        replaceOn: ["vpcId", "region"],
    },
    operations: {
        service: "EC2",
        create: "CreateRouteTable",
        update: "ReplaceRoute",
        delete: "DeleteRouteTable",
    },
    create(scope, inputs) {
        const vpcId = demand(scope, "vpcs", read(inputs).text("vpcId")).id;
        const id = issueId(scope.world, "rtb");
        put(scope.world, "routeTables", {
            id,
            account: scope.account,
            region: scope.region,
            tags: read(inputs).tags(),
            vpcId,
            routes: routesFrom(scope, vpcId, inputs),
            associations: {},
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "routeTables", id);
        return (
            found && {
                ...common(found),
                arn: arnOf(scope, "ec2", `route-table/${id}`),
                vpcId: found.vpcId,
                ownerId: found.account,
                propagatingVgws: [],
                routes: inlineRoutes(found),
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "routeTables", id);
        const routes = read(news).has("routes")
            ? routesFrom(scope, found.vpcId, news)
            : found.routes;
        put(scope.world, "routeTables", { ...found, tags: read(news).tags(), routes });
    },
    delete(scope, id) {
        if (Object.keys(demand(scope, "routeTables", id).associations).length > 0) {
            throw new AwsError(
                "DependencyViolation",
                `The routeTable '${id}' has dependencies and cannot be deleted.`,
            );
        }
        remove(scope.world, "routeTables", id);
    },
};

/** Inline routes by their destination. */
export function routesFrom(scope: Scope, vpcId: string, inputs: Properties): RouteTable["routes"] {
    const routes: RouteTable["routes"] = {};
    for (const item of read(inputs).records("routes")) {
        const destination = DESTINATIONS.map((name) => read(item).text(name)).find(
            (text) => text !== "",
        );
        const target = TARGETS.find((name) => read(item).text(name) !== "");
        if (destination === undefined || target === undefined) {
            continue;
        }
        routes[destination] = { [target]: read(item).text(target) };
        demandTarget(scope, vpcId, routes[destination]);
    }
    return routes;
}

/** The routes of a table as the provider shows them. */
export function inlineRoutes(found: RouteTable): Properties[] {
    return Object.entries(found.routes).map(([destination, target]) => ({
        [memberFor(destination)]: destination,
        ...target,
    }));
}

function memberFor(destination: string): (typeof DESTINATIONS)[number] {
    if (destination.startsWith("pl-")) {
        return "destinationPrefixListId";
    }
    return destination.includes(":") ? "ipv6CidrBlock" : "cidrBlock";
}
