import { createHash } from "node:crypto";

import type { ResourceModel } from "../../model/resource";
import { omit, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { demand, find, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { TARGETS } from "./routeTable";
import { demandTarget } from "./routeTarget";

/** `aws.ec2.Route`: one route of a table. */
export const route: ResourceModel = {
    schema: {
        token: "aws:ec2/route:Route",
        required: { routeTableId: "string" },
        optional: {
            destinationCidrBlock: "string",
            destinationIpv6CidrBlock: "string",
            destinationPrefixListId: "string",
            ...Object.fromEntries(
                TARGETS.filter((name) => name !== "networkInterfaceId").map((name) => [
                    name,
                    "string",
                ]),
            ),
        },
        settled: { networkInterfaceId: "string", region: "string" },
        computed: {
            instanceId: "string",
            instanceOwnerId: "string",
            origin: "string",
            state: "string",
        },
        replaceOn: [
            "routeTableId",
            "destinationCidrBlock",
            "destinationIpv6CidrBlock",
            "destinationPrefixListId",
            "region",
        ],
    },
    operations: {
        service: "EC2",
        create: "CreateRoute",
        update: "ReplaceRoute",
        delete: "DeleteRoute",
    },
    create(scope, inputs) {
        const tableId = read(inputs).text("routeTableId");
        const destination = destinationOf(inputs);
        if (demand(scope, "routeTables", tableId).routes[destination] !== undefined) {
            throw new AwsError(
                "RouteAlreadyExists",
                `The route identified by ${destination} already exists.`,
            );
        }
        setRoute(scope, inputs, targetOf(inputs));
        const digest = createHash("sha256").update(destination).digest("hex").slice(0, 8);
        return `r-${tableId}${parseInt(digest, 16)}`;
    },
    read(scope, _id, known) {
        const table = find(scope, "routeTables", read(known).text("routeTableId"));
        const target = table?.routes[destinationOf(known)];
        if (target === undefined) {
            return undefined;
        }
        return {
            ...target,
            region: scope.region,
            instanceId: "",
            instanceOwnerId: "",
            networkInterfaceId: target.networkInterfaceId ?? "",
            origin: "CreateRoute",
            state: "active",
        };
    },
    update: (scope, _id, olds, news) => {
        setRoute(scope, olds, targetOf(news));
    },
    delete: (scope, _id, state) => {
        setRoute(scope, state, undefined);
    },
};

function setRoute(
    scope: Scope,
    known: Properties,
    target: { [key: string]: string } | undefined,
): void {
    const table = demand(scope, "routeTables", read(known).text("routeTableId"));
    demandTarget(scope, table.vpcId, target ?? {});
    const others = omit(table.routes, destinationOf(known));
    const routes = target === undefined ? others : { ...others, [destinationOf(known)]: target };
    put(scope.world, "routeTables", { ...table, routes });
}

function destinationOf(properties: Properties): string {
    const given = read(properties);
    return (
        given.text("destinationCidrBlock") ||
        given.text("destinationIpv6CidrBlock") ||
        given.text("destinationPrefixListId")
    );
}

function targetOf(properties: Properties): { [key: string]: string } {
    const target = TARGETS.find((name) => read(properties).text(name) !== "");
    return target === undefined ? {} : { [target]: read(properties).text(target) };
}
