import { gatewayListId } from "../services/endpoints/gatewayLists";
import { plainName } from "../services/route53/names";
import { isIn } from "../world/addresses";
import { findEndpointService } from "../world/endpointServices";
import type { Endpoint } from "../world/objects/network";
import { all } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Client } from "./client";
import { clusterOfHost } from "./clusterNames";
import { connect, type Connection, coversPort } from "./connect";
import { leaves } from "./egress";
import { SOMEWHERE } from "./publicAddress";
import { tableOf } from "./routes";
import { withNetworkDoubts } from "./undecided";

/** A connection to a host whose name public DNS answers. */
export interface PublicConnection extends Connection {
    /** Gateway endpoint through which it goes; absent over the internet. */
    endpointId?: string;
}

/** Tries to connect to a host of the internet: through a gateway endpoint that serves its name, or by the routes of the client's subnet. */
export function connectPublic(
    world: World,
    from: Client & { vpcId: string },
    host: string,
    port: number,
): PublicConnection {
    const gateway = gatewayFor(world, from, plainName(host));
    if (gateway !== undefined) {
        const ids = [from.vpcId, from.subnetId ?? ""];
        return withNetworkDoubts(world, ids, throughGateway(world, from, gateway, port));
    }
    const to = SOMEWHERE[from.address.includes(":") ? 6 : 4];
    const out = leaves(world, from, to, port);
    const there = out.allowed ? connect(world, from, to, port) : out;
    const answered = there.allowed ? admittedByCluster(world, host, there) : there;
    return { ...answered, reason: `${to} stands for its address; ${answered.reason}` };
}

/** A gateway endpoint in the route table of a client's subnet takes what goes to the names of its service. */
function gatewayFor(
    world: World,
    from: Client & { vpcId: string },
    asked: string,
): Endpoint | undefined {
    const tableId = tableOf(world, from)?.id ?? "";
    return all(world, "endpoints").find(
        (each) =>
            each.type === "Gateway" &&
            each.routeTableIds.includes(tableId) &&
            serves(world, each, asked),
    );
}

function serves(world: World, { region, serviceName }: Endpoint, asked: string): boolean {
    const names = findEndpointService(world, region, serviceName)?.privateDnsNames ?? [];
    return names.some((each) => {
        const name = each.replace(/^\*\./, "");
        return asked === name || asked.endsWith(`.${name}`);
    });
}

/** Groups name such a service by AWS's prefix list of it, or let out to everywhere. */
function throughGateway(
    world: World,
    from: Client,
    { id, serviceName }: Endpoint,
    port: number,
): PublicConnection {
    const listId = gatewayListId(serviceName);
    const groups = from.securityGroupIds ?? [];
    const byList = all(world, "securityGroupRules").find(
        (rule) =>
            rule.isEgress &&
            groups.includes(rule.groupId) &&
            rule.source.prefixListId === listId &&
            coversPort(rule, port, "tcp"),
    );
    const out = leaves(world, from, SOMEWHERE[4], port);
    return byList === undefined && !out.allowed
        ? out
        : {
              allowed: true,
              reason: `the route table of the client leads to gateway endpoint ${id} (${serviceName})`,
              endpointId: id,
          };
}

/** A cluster with public access admits the ranges that it is told. */
function admittedByCluster(
    world: World,
    host: string,
    there: Connection & { publicAddress?: string },
): Connection {
    const cluster = clusterOfHost(world, plainName(host));
    const ranges = cluster?.publicAccessCidrs ?? [];
    const { publicAddress } = there;
    if (cluster === undefined || ranges.some((range) => /^(0\.0\.0\.0|::)\/0$/.test(range))) {
        return there;
    }
    const said = `cluster ${cluster.name} admits ${ranges.join(", ")}`;
    if (publicAddress === undefined) {
        const undecided = [...(there.undecided ?? []), "the public address of the client"];
        return { ...there, reason: `${there.reason}; ${said}`, undecided };
    }
    const isAdmitted = ranges.some((range) => isIn(publicAddress, range));
    return {
        ...there,
        allowed: isAdmitted,
        reason: `${there.reason}; ${said}, and the client arrives as ${publicAddress}`,
    };
}
