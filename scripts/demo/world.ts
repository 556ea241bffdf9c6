import { zonesOf } from "../../tests/simulated-aws";
import type { World } from "../../tests/simulated-aws";
import { createNetwork } from "../../tests/support/network";
import type { Network } from "../../tests/support/network";

/** Where the demo happens. */
export const REGION = "eu-central-1";

/** A fresh AWS in which nothing exists but a VPC with a private subnet in each zone. */
export function networkOnly(): Promise<Network> {
    const zones = zonesOf(REGION).map(({ name }) => name.slice(REGION.length));
    return createNetwork({ region: REGION, zones });
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
