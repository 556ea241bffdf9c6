import {
    connect,
    type RecordType,
    resolve,
    resolveAt,
    type World,
} from "../../simulated-aws/index";
import type { Place } from "./step";

/** Who asks for host names. */
export interface Client {
    name: string;
    /** The VPC that it is in, or whose Resolver endpoint it asks from outside AWS. */
    vpcId: string;
    /** Addresses of that Resolver endpoint; absent for a client in the VPC. */
    asks?: string[];
    /** Its addresses, by the records that lead to such. */
    addresses: { [type in RecordType]: string };
    /** Whether it reaches public addresses too. */
    hasEgress: boolean;
}

/** A question of a client, which stays the same while the world changes. */
export interface Question {
    client: Client;
    hostName: string;
    type: RecordType;
}

type Answer = ReturnType<typeof resolve>;

/** Whether a client that asks for a host name gets to where it leads. An endpoint that is pending has the name and nobody answers. */
export function reaches({ world, pending }: Place, { client, hostName, type }: Question): boolean {
    const seen = pending.size === 0 ? world : withoutInterfacesOf(world, pending);
    const { status, addresses } = answerTo(seen, { client, hostName, type });
    if (status === "public") {
        return client.hasEgress;
    }
    const from = placeOf(client, type);
    return (
        status === "private" &&
        addresses.length > 0 &&
        addresses.every((to) => connect(seen, from, to, 443).allowed)
    );
}

/** Outside AWS a DNS server forwards to the next address where one does not answer. */
function answerTo(world: World, { client, hostName, type }: Question): Answer {
    const { vpcId, asks } = client;
    if (asks === undefined) {
        return resolve(world, { vpcId }, hostName, type);
    }
    const answers = asks.map((address) => {
        const from = placeOf(client, address.includes(":") ? "AAAA" : "A");
        return resolveAt(world, from, address, hostName, type);
    });
    return (
        answers.find(({ status }) => status !== "unreachable") ?? {
            status: "unreachable",
            addresses: [],
            reason: "no address of the Resolver endpoint answers",
        }
    );
}

function placeOf(
    { vpcId, asks, addresses }: Client,
    type: RecordType,
): { vpcId?: string; address: string } {
    return asks === undefined ? { vpcId, address: addresses[type] } : { address: addresses[type] };
}

function withoutInterfacesOf(world: World, pending: ReadonlySet<string>): World {
    const kept = Object.entries(world.objects.networkInterfaces).filter(
        ([, { ownedBy }]) => !pending.has(ownedBy),
    );
    return {
        ...world,
        objects: { ...world.objects, networkInterfaces: Object.fromEntries(kept) },
    };
}
