import type { PropertyType } from "../../model/schema";
import type { Peering } from "../../world/objects/routing";

/** Options of one side of a peering. */
export const SIDE: PropertyType = { object: { allowRemoteVpcDnsResolution: "boolean" } };

/** What both ends of a peering show of it. */
export function peeringOutputs({ isActive, options }: Peering) {
    return {
        acceptStatus: isActive ? "active" : "pending-acceptance",
        accepter: { allowRemoteVpcDnsResolution: options.accepter },
        requester: { allowRemoteVpcDnsResolution: options.requester },
    };
}
