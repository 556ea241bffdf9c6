import { createHash } from "node:crypto";

import { endpointServices } from "../../world/endpointServices";
import type { Scope } from "../../world/types";

/** AWS's own prefix list for a service that has gateway endpoints; the ID is simulated. */
export function gatewayListId(serviceName: string): string {
    return `pl-${createHash("sha256").update(serviceName).digest("hex").slice(0, 8)}`;
}

/** Says whether a prefix list is one that AWS keeps in a region for its services. */
export function isListOfAws({ world, region }: Scope, id: string): boolean {
    return endpointServices(world, region).some(
        ({ serviceName, types }) => types.includes("Gateway") && gatewayListId(serviceName) === id,
    );
}
