import { get } from "../world/objectsOf";
import type { World } from "../world/types";
import { connect, interfaceAt } from "./connect";
import type { RecordType } from "./privateZone";
import type { Client } from "./reach";
import type { Answer } from "./resolve";
import { resolve } from "./resolve";

/** What a client outside hears of a resolver endpoint. */
export type OutsideAnswer =
    | Answer
    /** The query does not arrive, or nobody at the address answers queries. */
    | { status: "unreachable"; addresses: []; reason: string };

/** Port of DNS. */
const DNS = 53;

/** Asks a resolver endpoint by its address for a name, over UDP; it answers as the resolver of its VPC. */
export function resolveFromOnPremises(
    world: World,
    from: Client,
    resolverAddress: string,
    name: string,
    type: RecordType = "A",
): OutsideAnswer {
    const { allowed, reason } = connect(world, from, resolverAddress, DNS, "udp");
    if (!allowed) return { status: "unreachable", addresses: [], reason };
    const owner = interfaceAt(world, from, resolverAddress)?.ownedBy ?? "";
    const endpoint = get(world, "resolverEndpoints", owner);
    if (endpoint === undefined) {
        return {
            status: "unreachable",
            addresses: [],
            reason: `${resolverAddress} is not the address of a resolver endpoint`,
        };
    }
    return resolve(world, { vpcId: endpoint.vpcId }, name, type);
}
