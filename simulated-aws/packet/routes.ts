import { holds, isIn, parseRange } from "../world/addresses";
import type { NetworkInterface, RouteTable, Vpc } from "../world/objects/network";
import type { TransitAttachment, TransitTable } from "../world/objects/routing";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Client } from "./client";

/** One end of a conversation. */
export interface End {
    vpcId: string;
    subnetId?: string;
    address: string;
}

/** Says whether the route tables on both sides lead from one VPC to the other and back. */
export function isRouted(world: World, from: Client, target: NetworkInterface): boolean {
    if (from.vpcId === undefined) {
        return false;
    }
    const isIpv6 = from.address.includes(":");
    const there = { ...target, address: isIpv6 ? target.ipv6Address : target.privateIp };
    const here = { ...from, vpcId: from.vpcId };
    return leads(world, here, there) && leads(world, there, here);
}

/** One way: the most specific route for the address, over a peering or a transit gateway. */
export function leads(world: World, from: End, to: End): boolean {
    const route = routeFor(world, from, to.address);
    if (route === undefined) {
        return false;
    }
    const { vpcPeeringConnectionId = "", transitGatewayId = "" } = route.target;
    const peering = get(world, "peerings", vpcPeeringConnectionId);
    if (peering !== undefined) {
        const ends = [peering.vpcId, peering.peerVpcId];
        return peering.isActive && ends.includes(from.vpcId) && ends.includes(to.vpcId);
    }
    return transitGatewayId !== "" && crosses(world, transitGatewayId, from, to);
}

/** The route that a packet to an address takes from a subnet; none where its table has none. */
export function routeFor(
    world: World,
    from: Omit<End, "address">,
    address: string,
): { tableId: string; destination: string; target: { [key: string]: string } } | undefined {
    const table = tableOf(world, from);
    const found = table && mostSpecific(table.routes, address, world);
    return found && { tableId: table.id, ...found };
}

/** The table of a subnet, else the main one of its VPC. */
export function tableOf(
    world: World,
    { vpcId, subnetId }: Omit<End, "address">,
): RouteTable | undefined {
    const own =
        subnetId === undefined
            ? undefined
            : all(world, "routeTables").find((table) =>
                  Object.values(table.associations).includes(subnetId),
              );
    return own ?? get(world, "routeTables", get(world, "vpcs", vpcId)?.mainRouteTableId ?? "");
}

/** The longest destination that holds an address, and what it leads to. */
function mostSpecific<T>(
    routes: { [destination: string]: T },
    address: string,
    world: World,
): { destination: string; target: T } | undefined {
    const rangesOf = (destination: string) =>
        get(world, "prefixLists", destination)?.entries.map(({ cidr }) => cidr) ?? [destination];
    const fitting = Object.entries(routes).flatMap(([destination, target]) =>
        rangesOf(destination)
            .filter((cidr) => isIn(address, cidr))
            .map((cidr) => ({ destination, target, prefix: parseRange(cidr)?.prefix ?? 0 })),
    );
    return fitting.sort((one, other) => other.prefix - one.prefix)[0];
}

/** From the attachment of one VPC to that of the other, by the table with which the first is associated. */
function crosses(world: World, gatewayId: string, from: End, to: End): boolean {
    const leaves = attachmentIn(world, gatewayId, to.vpcId);
    return (
        leaves !== undefined &&
        transitTarget(world, gatewayId, from.vpcId, to.address) === leaves.id
    );
}

/** The attachment to which a transit gateway sends what comes from a VPC; empty for a black hole. */
export function transitTarget(
    world: World,
    gatewayId: string,
    vpcId: string,
    address: string,
): string | undefined {
    const enters = attachmentIn(world, gatewayId, vpcId);
    const table = all(world, "transitTables").find(
        ({ associated }) => enters !== undefined && associated.includes(enters.id),
    );
    return table && mostSpecific(transitRoutes(world, table, address), address, world)?.target;
}

function attachmentIn(
    world: World,
    gatewayId: string,
    vpcId: string,
): TransitAttachment | undefined {
    return all(world, "transitAttachments").find(
        (each) => each.gatewayId === gatewayId && each.vpcId === vpcId && each.isAvailable,
    );
}

/** Routes of a table that are about an address. Static ones win over propagated ones of the same range. */
function transitRoutes(
    world: World,
    table: TransitTable,
    address: string,
): { [destination: string]: string } {
    const routes: { [destination: string]: string } = {};
    const destination = parseRange(address);
    for (const id of table.propagating) {
        const vpc = get(world, "vpcs", get(world, "transitAttachments", id)?.vpcId ?? "");
        for (const cidr of vpc === undefined ? [] : rangesOf(vpc)) {
            const range = parseRange(cidr);
            if (destination !== undefined && range !== undefined && holds(range, destination)) {
                routes[cidr] = id;
            }
        }
    }
    return { ...routes, ...table.routes };
}

function rangesOf({ cidrBlock, secondaryCidrBlocks, ipv6CidrBlock }: Vpc): string[] {
    return [cidrBlock, ...Object.values(secondaryCidrBlocks), ipv6CidrBlock];
}
