import { createWorld, memoryStore, type World } from "../../simulated-aws/index";
import { addNetwork, type Network } from "../../tests/support/network";

/** Where the demo happens. */
export const REGION = "eu-central-1";

/** The organisation of all accounts of the demo. */
export const ORGANIZATION = "o-a1b2c3d4e5";

/** Accounts of the demo with the start of their network's range. Nobody has told the hub about the newcomer. */
const ACCOUNTS = {
    hub: { account: "111122223333", prefix: "10.0" },
    teamA: { account: "222233334444", prefix: "10.1" },
    teamB: { account: "333344445555", prefix: "10.2" },
    newcomer: { account: "444455556666", prefix: "10.3" },
};

/** A VPC with a private subnet in each of two zones, and the account that owns it. */
export interface Place extends Network {
    account: string;
}

/** The networks of the demo. */
export type Places = { [name in keyof typeof ACCOUNTS]: Place };

/** An AWS in which nothing exists but the networks, all joined by a transit gateway. */
export async function networksOnly(): Promise<{ world: World; places: Places }> {
    const accounts = Object.values(ACCOUNTS).map(({ account }) => account);
    const world = createWorld({
        accounts: Object.fromEntries(
            accounts.map((account) => [account, { organizationId: ORGANIZATION }]),
        ),
    });
    const place = async (name: keyof Places): Promise<Place> => {
        const { account, prefix } = ACCOUNTS[name];
        const network = await addNetwork(memoryStore(world), { account, prefix, region: REGION });
        return { ...network, account };
    };
    const places = {
        hub: await place("hub"),
        teamA: await place("teamA"),
        teamB: await place("teamB"),
        newcomer: await place("newcomer"),
    };
    world.routes.push({ vpcIds: Object.values(places).map(({ vpcId }) => vpcId) });
    return { world, places };
}

/** What a world has that another has not, for example `endpoints vpce-0123456789abcdef0`. */
export function additions(before: World, after: World): string[] {
    const known = new Set(objectsOf(before));
    return objectsOf(after).filter((object) => !known.has(object));
}

function objectsOf({ objects }: World): string[] {
    return Object.entries(objects).flatMap(([kind, table]) =>
        Object.keys(table).map((id) => `${kind} ${id}`),
    );
}
