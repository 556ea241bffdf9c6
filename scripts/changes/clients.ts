import { connect, type RecordType, resolve, type World } from "../../simulated-aws/index";
import type { Place } from "./step";

/** Who asks for host names. */
export interface Client {
    name: string;
    vpcId: string;
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

/** Whether a client that asks for a host name gets to where it leads. An endpoint that is pending has the name and nobody answers. */
export function reaches({ world, pending }: Place, { client, hostName, type }: Question): boolean {
    const { vpcId } = client;
    const seen = pending.size === 0 ? world : withoutInterfacesOf(world, pending);
    const { status, addresses } = resolve(seen, { vpcId }, hostName, type);
    if (status === "public") {
        return client.hasEgress;
    }
    const from = { vpcId, address: client.addresses[type] };
    return (
        status === "private" &&
        addresses.length > 0 &&
        addresses.every((to) => connect(seen, from, to, 443).allowed)
    );
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
