import type { Input } from "@pulumi/pulumi";

import { findStackReference } from "../checks/conclude";
import { lookResource } from "../lookups/ownStack";

/** Name of the stack that a connection comes from: as it says itself, or else as the stack reference says; undefined where neither does. */
export async function findOrigin(
    connection: Input<unknown>,
    known: unknown,
): Promise<string | undefined> {
    const { stack } = (known ?? {}) as { stack?: unknown };
    if (typeof stack === "string") {
        return stack;
    }
    const urn = await findStackReference(connection);
    if (urn === undefined) {
        return undefined;
    }
    // A reference may be called something else than the stack that it reads.
    const reference = await lookResource(urn);
    const { name } = reference.kind === "found" ? reference.found : {};
    return typeof name === "string" ? name : urn.slice(urn.lastIndexOf("::") + 2);
}

/** How to speak of the stack of endpoints; `otherwise` where nothing says which it is. */
export function nameStack(stack: string | undefined, otherwise: string): string {
    return stack === undefined ? otherwise : `stack ${stack}`;
}
