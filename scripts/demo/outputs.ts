import type { EksEndpointConnection } from "../../sdk";

/** What examples/hub exports. */
export interface HubOutputs {
    connection: EksEndpointConnection;
    monthlyCostUsd?: number;
}
