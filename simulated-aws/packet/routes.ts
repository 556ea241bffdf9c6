import { holds, isIn, parseRange } from "../world/addresses";
import type { NetworkInterface, RouteTable, Vpc } from "../world/objects/network";
import type { TransitTable } from "../world/objects/routing";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Client } from "./reach";

/** One end of a conversation. */
interface End {
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
function leads(world: World, from: End, to: End): boolean {
    const table = tableOf(world, from);
    const target = table && mostSpecific(table.routes, to.address, world);
    if (target === undefined) {
        return false;
    }
    const { vpcPeeringConnectionId = "", transitGatewayId = "" } = target;
    const peering = get(world, "peerings", vpcPeeringConnectionId);
    if (peering !== undefined) {
        const ends = [peering.vpcId, peering.peerVpcId];
        return peering.isActive && ends.includes(from.vpcId) && ends.includes(to.vpcId);
    }
    return transitGatewayId !== "" && crosses(world, transitGatewayId, from, to);
}

/** The table of a subnet, else the main one of its VPC. */
function tableOf(world: World, { vpcId, subnetId }: End): RouteTable | undefined {
    const own =
        subnetId === undefined
            ? undefined
            : all(world, "routeTables").find((table) =>
                  Object.values(table.associations).includes(subnetId),
              );
    return own ?? get(world, "routeTables", get(world, "vpcs", vpcId)?.mainRouteTableId ?? "");
}

/** What the longest destination that holds an address leads to. */
function mostSpecific<T>(
    routes: { [destination: string]: T },
    address: string,
    world: World,
): T | undefined {
    const rangesOf = (destination: string) =>
        get(world, "prefixLists", destination)?.entries.map(({ cidr }) => cidr) ?? [destination];
    const fitting = Object.entries(routes).flatMap(([destination, target]) =>
        rangesOf(destination)
            .filter((cidr) => isIn(address, cidr))
            .map((cidr) => ({ target, prefix: parseRange(cidr)?.prefix ?? 0 })),
    );
    return fitting.sort((one, other) => other.prefix - one.prefix)[0]?.target;
}

/** From the attachment of one VPC to that of the other, by the table with which the first is associated. */
function crosses(world: World, gatewayId: string, from: End, to: End): boolean {
    const attachments = all(world, "transitAttachments").filter(
        (each) =>
            (each.vpcId === from.vpcId || each.vpcId === to.vpcId) &&
            each.gatewayId === gatewayId &&
            each.isAvailable,
    );
    const enters = attachments.find(({ vpcId }) => vpcId === from.vpcId);
    const leaves = attachments.find(({ vpcId }) => vpcId === to.vpcId);
    const table = all(world, "transitTables").find(
        ({ associated }) => enters !== undefined && associated.includes(enters.id),
    );
    return (
        table !== undefined &&
        leaves !== undefined &&
        mostSpecific(transitRoutes(world, table, to.address), to.address, world) === leaves.id
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
