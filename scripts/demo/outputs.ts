import type { EksEndpointConnection } from "../../sdk";

/** What examples/minimal exports. */
export interface SetOutputs {
    hostNames: { [service: string]: string[] };
    addresses: { [service: string]: string[] };
    policyDocuments: { [service: string]: string };
    monthlyCostUsd?: number;
    connection: EksEndpointConnection;
}
