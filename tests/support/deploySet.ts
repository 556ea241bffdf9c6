import { EksEndpointSet, type EksEndpointSetArgs } from "../../sdk/index";
import type { World } from "../../simulated-aws/index";
import { createNetwork, type Network } from "./network";
import { type Registration, type RunOptions, runProgram } from "./runProgram";

/** Type of an endpoint. */
export const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** Type of what switches private DNS of an endpoint. */
export const PRIVATE_DNS = "aws:vpc/endpointPrivateDns:EndpointPrivateDns";

/** A set and what its program registered. */
export interface Deployed {
    set: EksEndpointSet;
    registrations: Registration[];
    network: Network & { world: World };
}

/** Deploys a set into a network of its own. */
export async function deploy(
    args: Partial<EksEndpointSetArgs> = {},
    options: RunOptions & { hasIpv6?: boolean } = {},
): Promise<Deployed> {
    const network = await createNetwork({ hasIpv6: options.hasIpv6 });
    const { vpcId, subnetIds, world } = network;
    const { value: set, registrations } = await runProgram(
        () => new EksEndpointSet("eks", { vpcId, subnetIds, ...args }),
        { ...options, world },
    );
    return { set, registrations, network };
}

/** Inputs of the registrations of a type, by name. */
export function inputsOf(
    registrations: Registration[],
    type: string,
): { [name: string]: Registration["inputs"] } {
    return Object.fromEntries(
        registrations.filter((row) => row.type === type).map(({ name, inputs }) => [name, inputs]),
    );
}
