import { type Inputs, type Network, network, REGION, stackOf } from "../resources";
import type { TestResource } from "../testResource";

/** A stack that shows what the simulated AWS refuses: its answer, the policy that says so in preview, and the stack. */
export type RefusedStack = [refusal: RegExp, policy: string, resources: () => TestResource[]];

type Spoil = { [part in keyof Network]?: Inputs };

/** A network that the simulated AWS takes, with parts of it spoilt and more in it. */
export function stack(
    spoil: Spoil,
    more: (own: Network) => TestResource[] = () => [],
): TestResource[] {
    const own = network({
        ...spoil,
        subnet: { availabilityZone: `${REGION}a`, ...spoil.subnet },
        logGroup: { kmsKeyId: undefined, ...spoil.logGroup },
    });
    return stackOf(own, ...more(own));
}
