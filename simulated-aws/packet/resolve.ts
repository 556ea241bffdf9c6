import { plainName } from "../services/route53/names";
import type { ResolverRule } from "../world/objects/dns";
import type { Vpc } from "../world/objects/network";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Client } from "./client";
import { closestRule } from "./closestRule";
import { closestZone } from "./closestZone";
import { privateClusterName } from "./clusterNames";
import { connect, interfaceAt } from "./connect";
import { leaves } from "./egress";
import { endpointName } from "./endpointNames";
import { nameServersOf } from "./nameServers";
import type { RecordType } from "./privateZone";
import { clientIn } from "./reach";
import { type Undecided, withNameDoubts } from "./undecided";

/** What a client hears. */
export type Answer = Heard & Undecided;

type Heard =
    /**
     * Addresses inside a VPC; an empty list where the name exists without such a record. `endpointId` is
     * absent where they are those of plain records.
     */
    | { status: "private"; addresses: string[]; endpointId?: string }
    /** No private zone of the VPC has to do with the name: the public internet answers. */
    | { status: "public"; addresses: [] }
    /** A private zone answers for the name and has no such record. */
    | { status: "NXDOMAIN"; addresses: []; zone: string }
    /** The query does not arrive, or nobody at the address answers queries. */
    | { status: "unreachable"; addresses: []; reason: string }
    /** A server is asked of which the world knows nothing. */
    | { status: "unknown"; addresses: []; reason: string };

/** CNAMEs and rules that a query follows before it is given up. */
const HOPS = 8;

/** Port of DNS. */
const DNS = 53;

interface Question {
    name: string;
    type: RecordType;
    hops: number;
}

/** Asks for a name as a client in a VPC: the servers that DHCP names, the next one where one does not answer. */
export function resolve(
    world: World,
    from: { vpcId: string },
    name: string,
    type: RecordType = "A",
): Answer {
    const vpc = demandVpc(world, from.vpcId);
    const client = clientIn(world, vpc.id);
    let heard: Answer = unreachable(`the DHCP options of ${vpc.id} name no server`);
    for (const server of nameServersOf(world, vpc)) {
        const question = { name: plainName(name), type, hops: HOPS };
        heard =
            server === "own"
                ? askOwn(world, vpc, question)
                : (foreign(world, client, server) ?? askAt(world, client, server, DNS, question));
        if (heard.status !== "unreachable") {
            break;
        }
    }
    return withNameDoubts(world, [vpc.id], heard);
}

/** Asks the VPC's resolver. https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
function askOwn(world: World, vpc: Vpc, question: Question): Answer {
    return vpc.enableDnsSupport
        ? ask(world, vpc.id, question)
        : unreachable(`enableDnsSupport of ${vpc.id} is off, so its resolver does not answer`);
}

/** Asks a resolver endpoint by its address for a name, over UDP, from wherever the client is. */
export function resolveAt(
    world: World,
    from: Client,
    address: string,
    name: string,
    type: RecordType = "A",
): Answer {
    return askAt(world, from, address, DNS, { name: plainName(name), type, hops: HOPS });
}

/** An inbound resolver endpoint answers as the resolver of its VPC. */
function askAt(
    world: World,
    from: Client,
    address: string,
    port: number,
    question: Question,
): Answer {
    const { allowed, reason } = connect(world, from, address, port, "udp");
    if (!allowed) {
        return unreachable(reason);
    }
    const owner = interfaceAt(world, from, address)?.ownedBy ?? "";
    const endpoint = get(world, "resolverEndpoints", owner);
    if (endpoint?.direction !== "INBOUND") {
        return unreachable(`${address} is not the address of an inbound resolver endpoint`);
    }
    return ask(world, endpoint.vpcId, question);
}

/** A server that no interface of the world is. */
function foreign(world: World, from: Client, address: string): Answer | undefined {
    if (interfaceAt(world, from, address) !== undefined) {
        return undefined;
    }
    const reason = `the world has no interface at ${address} that can be reached, so what answers there is not known`;
    return { status: "unknown", addresses: [], reason };
}

function unreachable(reason: string): Answer {
    return { status: "unreachable", addresses: [], reason };
}

/** Asks the resolver of a VPC. A rule wins over a zone of the same name, the longer name over the shorter. */
function ask(world: World, vpcId: string, question: Question): Answer {
    const { name: asked, type, hops } = question;
    const zone = closestZone(world, demandVpc(world, vpcId), asked);
    const rule = closestRule(world, vpcId, asked);
    const isForwarded =
        rule?.ruleType === "FORWARD" && rule.domainName.length >= (zone?.name.length ?? 0);
    if (isForwarded) {
        return forward(world, rule, question);
    }
    const direct = endpointName(world, asked);
    if (direct !== undefined) {
        return { status: "private", ...direct(type) };
    }
    if (zone === undefined) {
        const cluster = privateClusterName(world, asked);
        return cluster === undefined
            ? { status: "public", addresses: [] }
            : { status: "private", ...cluster(type) };
    }
    const found = zone.answer(asked, type);
    if (found === undefined) {
        return { status: "NXDOMAIN", addresses: [], zone: zone.name };
    }
    const { cname, ...answer } = found;
    if (cname === undefined) {
        return { status: "private", ...answer };
    }
    if (hops === 0) {
        return { status: "private", addresses: [] };
    }
    return ask(world, vpcId, { name: cname, type, hops: hops - 1 });
}

/** Sends a query through the outbound endpoint of a rule to its targets, the next one where one does not answer. */
function forward(world: World, rule: ResolverRule, question: Question): Answer {
    if (question.hops === 0) {
        return unreachable(`${question.name} is forwarded in a circle`);
    }
    const outlet = all(world, "networkInterfaces").find(
        (each) => each.ownedBy === rule.resolverEndpointId,
    );
    if (outlet === undefined) {
        return unreachable(`the rule ${rule.id} has no outbound resolver endpoint`);
    }
    const client = {
        vpcId: outlet.vpcId,
        subnetId: outlet.subnetId,
        address: outlet.privateIp || outlet.ipv6Address,
        securityGroupIds: outlet.securityGroupIds,
    };
    const next = { ...question, hops: question.hops - 1 };
    let heard: Answer = unreachable(`the rule ${rule.id} has no targets`);
    for (const { address, port } of rule.targets) {
        heard = sendOut(world, client, address, port, next);
        if (heard.status !== "unreachable") {
            break;
        }
    }
    return heard;
}

/** An outbound endpoint is held by its own groups too. */
function sendOut(
    world: World,
    outlet: Client,
    address: string,
    port: number,
    question: Question,
): Answer {
    const { allowed, reason } = leaves(world, outlet, address, port, "udp");
    return allowed
        ? (foreign(world, outlet, address) ?? askAt(world, outlet, address, port, question))
        : unreachable(reason);
}

function demandVpc(world: World, vpcId: string): Vpc {
    const vpc = get(world, "vpcs", vpcId);
    if (vpc === undefined) {
        throw new Error(`there is no VPC ${vpcId}`);
    }
    return vpc;
}
