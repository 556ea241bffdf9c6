import { isIn } from "../world/addresses";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Client } from "./client";
import { stoppingAcl } from "./networkAcls";
import { isPublicAddress } from "./publicAddress";
import { leads, routeFor, tableOf, transitTarget } from "./routes";
import type { Undecided } from "./undecided";

/** How a packet gets into the internet, or why it does not. */
export interface InternetPath extends Undecided {
    allowed: boolean;
    /** Routes and gateways in the order in which the packet meets them. */
    reason: string;
    /** Address with which it arrives; absent where that is not known. */
    publicAddress?: string;
}

/** Gateways in a row that a packet passes before it is given up; two tables can point at each other. */
const HOPS = 8;

/** Where a packet is on its way. */
interface Place {
    vpcId: string;
    subnetId?: string;
    /** Source that it has there. */
    address: string;
    publicAddress?: string | boolean;
}

interface Way {
    world: World;
    client: Client & { vpcId: string };
    to: string;
    port: number;
    protocol: string;
    passed: string[];
}

/**
 * The way from a client in a VPC to an address in the internet: by the route of its subnet to an internet gateway, a NAT
 * gateway, an egress-only internet gateway, or over a transit gateway to the NAT gateway of another VPC.
 */
export function internetPath(
    world: World,
    client: Client & { vpcId: string },
    to: string,
    port: number,
    protocol: string,
): InternetPath {
    const isIpv6 = to.includes(":");
    if (isIpv6 !== client.address.includes(":")) {
        return no(`${client.address} does not reach ${to}, which is of the other address family`);
    }
    const path = follow({ world, client, to, port, protocol, passed: [] }, client, HOPS);
    const acl = stoppingAcl(world, client, { subnetId: "", address: to }, port, protocol);
    return path.allowed && acl !== undefined ? no(acl) : path;
}

function no(reason: string, undecided?: string): InternetPath {
    return {
        allowed: false,
        reason,
        ...(undecided === undefined ? {} : { undecided: [undecided] }),
    };
}

/** Ends a way: everything that the packet passed, then what stopped it. */
function stop({ passed }: Way, why: string, undecided?: string): InternetPath {
    return no([...passed, why].join("; "), undecided);
}

/** Takes the route of a subnet's table. */
function follow(way: Way, at: Place, hops: number): InternetPath {
    const { world, to } = way;
    const route = routeFor(world, at, to);
    const [kind, id] = Object.entries(route?.target ?? {})[0] ?? ["", ""];
    if (route === undefined) {
        const table = tableOf(world, at)?.id ?? `the main route table of ${at.vpcId}`;
        return stop(way, `no route of ${table} leads to ${to}`);
    }
    if (hops === 0) {
        return stop(way, "the routes lead in a circle");
    }
    const named = `route ${route.destination} of ${route.tableId} leads to ${id}`;
    const next = { ...way, passed: [...way.passed, named] };
    switch (kind) {
        case "gatewayId":
            return throughInternetGateway(next, at, id);
        case "egressOnlyGatewayId":
            return throughEgressOnlyGateway(next, at, id);
        case "natGatewayId":
            return throughNatGateway(next, at, id, hops);
        case "transitGatewayId":
            return throughTransitGateway(next, at, id, hops);
        case "vpcPeeringConnectionId":
            return stop(next, "a peering does not lead on to gateways of the other VPC");
        default:
            return stop(next, "what is behind it is not modelled", id);
    }
}

/** It gives no packet an address: the sender has to have a public one, of this VPC. */
function throughInternetGateway(way: Way, at: Place, id: string): InternetPath {
    const gateway = get(way.world, "internetGateways", id);
    if (gateway === undefined) {
        return id.startsWith("igw-")
            ? stop(way, `${id} does not exist: a black hole`)
            : stop(way, "what is behind it is not modelled", id);
    }
    if (gateway.vpcId !== at.vpcId) {
        return stop(way, `${id} is not attached to ${at.vpcId}: a black hole`);
    }
    if (at.address.includes(":")) {
        return outWithOwnAddress(way, at);
    }
    const { publicAddress = false } = at;
    if (publicAddress === false) {
        return stop(
            way,
            `${at.address} has no public address, without which ${id} lets nobody out`,
        );
    }
    const known = typeof publicAddress === "string" ? { publicAddress } : {};
    return { allowed: true, reason: way.passed.join("; "), ...known };
}

function throughEgressOnlyGateway(way: Way, at: Place, id: string): InternetPath {
    const gateway = get(way.world, "egressOnlyGateways", id);
    if (gateway?.vpcId !== at.vpcId) {
        return stop(way, `${id} is not attached to ${at.vpcId}: a black hole`);
    }
    return at.address.includes(":")
        ? outWithOwnAddress(way, at)
        : stop(way, `${id} is for IPv6 only`);
}

/** IPv6 leaves a VPC under the addresses of its own range alone. */
function outWithOwnAddress(way: Way, at: Place): InternetPath {
    const range = get(way.world, "vpcs", at.vpcId)?.ipv6CidrBlock ?? "";
    return isIn(at.address, range) && isPublicAddress(way.world, "", at.address)
        ? { allowed: true, reason: way.passed.join("; "), publicAddress: at.address }
        : stop(way, `${at.address} is not a public address of ${at.vpcId}`);
}

/** It puts its own address in place of the sender's, and goes on by the route of its own subnet. */
function throughNatGateway(way: Way, at: Place, id: string, hops: number): InternetPath {
    const { world, client, to, port, protocol } = way;
    const nat = get(world, "natGateways", id);
    if (nat?.vpcId !== at.vpcId) {
        return stop(way, `${at.vpcId} has no NAT gateway ${id}: a black hole`);
    }
    if (to.includes(":")) {
        return stop(way, `${id} translates to IPv4 addresses only`);
    }
    if (nat.subnetId === "") {
        return throughRegionalNat(way, at, id);
    }
    const { vpcId, subnetId } = nat;
    const address = get(world, "networkInterfaces", nat.networkInterfaceId)?.privateIp ?? "";
    const inside = { vpcId, subnetId, address };
    const isBack = client.vpcId === vpcId || leads(world, inside, client);
    if (!isBack) {
        return stop(way, `no route leads from ${id} in ${subnetId} back to ${client.address}`);
    }
    const entrance =
        at.subnetId === subnetId
            ? undefined
            : stoppingAcl(
                  world,
                  { address: at.address },
                  { subnetId, address: to },
                  port,
                  protocol,
              );
    const acl =
        entrance ?? stoppingAcl(world, inside, { subnetId: "", address: to }, port, protocol);
    if (acl !== undefined) {
        return stop(way, acl);
    }
    const publicAddress = get(world, "elasticIps", nat.allocationId)?.publicIp;
    return follow(
        way,
        { ...inside, publicAddress: publicAddress ?? nat.connectivityType === "public" },
        hops - 1,
    );
}

/** It stands in no subnet: AWS gives it a route to the internet gateway of its VPC. */
function throughRegionalNat(way: Way, at: Place, id: string): InternetPath {
    if (way.client.vpcId !== at.vpcId) {
        return stop(way, `the routes of the regional ${id} to other VPCs are not modelled`, id);
    }
    const hasGateway = all(way.world, "internetGateways").some(({ vpcId }) => vpcId === at.vpcId);
    return hasGateway
        ? { allowed: true, reason: way.passed.join("; ") }
        : stop(way, `${at.vpcId} has no internet gateway`);
}

/** It leads into the subnet of an attachment, whose table decides. */
function throughTransitGateway(way: Way, at: Place, id: string, hops: number): InternetPath {
    const { world, to } = way;
    const target = transitTarget(world, id, at.vpcId, to);
    if (target === undefined || target === "") {
        return stop(way, `no route of ${id} leads from ${at.vpcId} to ${to}`);
    }
    const attachment = get(world, "transitAttachments", target);
    if (attachment === undefined) {
        return stop(way, `${id} leads on to ${target}, behind which nothing is modelled`, target);
    }
    const subnets = attachment.subnetIds.flatMap((each) => get(world, "subnets", each) ?? []);
    const zone = get(world, "subnets", at.subnetId ?? "")?.availabilityZone;
    const subnet = subnets.find((each) => each.availabilityZone === zone) ?? subnets[0];
    const arrived = { vpcId: attachment.vpcId, subnetId: subnet?.id, address: at.address };
    const named = `${id} leads on to ${target} in ${attachment.vpcId}`;
    return follow({ ...way, passed: [...way.passed, named] }, arrived, hops - 1);
}
