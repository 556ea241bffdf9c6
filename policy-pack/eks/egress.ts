import { findPointingTo, follow, joinLinks, type Links, sharedTargets } from "../stack/links";
import type { Notes } from "../stack/notes";
import {
    INTERNET_GATEWAY,
    MAIN_ROUTE_TABLE_ASSOCIATION,
    NAT_GATEWAY,
    ROUTE,
    ROUTE_TABLE_ASSOCIATION,
    ROUTE_TABLES,
    SUBNETS,
    VPCS,
} from "../stack/resourceTypes";
import type { Stack } from "../stack/stack";
import type { StackResource } from "../stack/stackResource";
import { isGiven, peekString, readItems, readString } from "../stack/values";

/**
 * Whether this stack shows that a subnet reaches public endpoints: its route table leads 0.0.0.0/0 to a NAT gateway, or to an
 * internet gateway. A transit gateway or an appliance may lead there too, or nowhere, which no stack shows.
 */
export function reachesInternet(stack: Stack, subnet: StackResource, notes: Notes): boolean {
    const tables = tablesOf(stack, subnet);
    notes.addUnknown(subnet, tables.unknown);
    const inline = tables.resources.flatMap((source) => {
        const { items, unknown } = readItems(source.given, "routes");
        notes.addUnknown(source, ...unknown);
        return items.map(({ value }) => ({ source, written: value, range: "cidrBlock" }));
    });
    const separate = stack
        .ofType(ROUTE)
        .filter((route) => sharedTargets(tableOfRoute(stack, route), tables).size > 0)
        .map((source) => ({
            source,
            written: source.given,
            range: "destinationCidrBlock",
        }));
    return [...inline, ...separate].some(({ source, written, range }) =>
        notes.attempt(
            source,
            () =>
                readString(written, range) === "0.0.0.0/0" &&
                leadsToInternet(stack, source, written),
        ),
    );
}

/** The route table of a subnet: its own, otherwise the main one of its VPC. */
function tablesOf(stack: Stack, subnet: StackResource): Links {
    const own = findPointingTo(stack, subnet, {
        from: [ROUTE_TABLE_ASSOCIATION],
        property: "subnetId",
        types: SUBNETS,
    });
    if (own.length > 0) {
        return joinLinks(own.map((each) => follow(stack, each, "routeTableId", TABLE)));
    }
    const vpc = follow(stack, subnet, "vpcId", { types: VPCS });
    const isOfVpc = (place: Links): boolean => sharedTargets(place, vpc).size > 0;
    const chosen = stack
        .ofType(MAIN_ROUTE_TABLE_ASSOCIATION)
        .filter((each) => isOfVpc(follow(stack, each, "vpcId", { types: VPCS })));
    const first = stack
        .ofType(...ROUTE_TABLES)
        .filter((each) => isOfVpc(vpcOfDefault(stack, each)));
    // What leads to the VPC itself is a route of its main table.
    return chosen.length > 0
        ? joinLinks(chosen.map((each) => follow(stack, each, "routeTableId", TABLE)))
        : { resources: [...first, ...vpc.resources], elsewhere: [] };
}

const TABLE = { types: ROUTE_TABLES };

/** The VPC whose first route table a `DefaultRouteTable` takes over. */
function vpcOfDefault(stack: Stack, table: StackResource): Links {
    return follow(stack, table, "defaultRouteTableId", { types: VPCS, by: "defaultRouteTableId" });
}

function tableOfRoute(stack: Stack, route: StackResource): Links {
    const mains = ["mainRouteTableId", "defaultRouteTableId"].map((by) =>
        follow(stack, route, "routeTableId", { types: VPCS, by }),
    );
    return joinLinks([follow(stack, route, "routeTableId", TABLE), ...mains]);
}

function leadsToInternet(stack: Stack, source: StackResource, written: unknown): boolean {
    const to = (key: string, types: string[]): Links =>
        follow(stack, source, source.given === written ? key : "routes", {
            types,
            within: written,
            key,
        });
    if (isGiven(written, "natGatewayId")) {
        const { resources } = to("natGatewayId", [NAT_GATEWAY]);
        const isPrivate = ({ given }: StackResource): boolean =>
            peekString(given, "connectivityType") === "private";
        return resources.length === 0 || !resources.every(isPrivate);
    }
    return (
        peekString(written, "gatewayId")?.startsWith("igw-") === true ||
        to("gatewayId", [INTERNET_GATEWAY]).resources.length > 0
    );
}
