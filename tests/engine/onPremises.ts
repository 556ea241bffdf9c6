import {
    EksEndpointSet,
    type EksEndpointSetArgs,
    EksInboundDns,
    type EksInboundDnsArgs,
} from "eks-privatelink";

import type { NetworkOptions } from "../support/network";
import { existingNetwork } from "./network";
import type { Engine } from "./support";

/** What its stack exports. */
export interface Outputs {
    addresses: string[];
    endpointAddresses: { [service: string]: string[] };
    hostNames: { [service: string]: string[] };
    forwarders: { [server: string]: string };
}

/** A VPC that Direct Connect joins with the premises. */
export async function joinedNetwork(engine: Engine, options?: NetworkOptions) {
    const network = await existingNetwork(engine, options);
    engine.change((world) => {
        const onPremises = ["192.168.0.0/16", "172.16.0.0/12", "2001:db8:5::/48"];
        world.routes.push({ vpcIds: [network.vpcId], onPremises });
    });
    return network;
}

/** Endpoints and inbound DNS in one stack. */
export function program(
    network: { vpcId: string; subnetIds: string[] },
    setArgs: Partial<EksEndpointSetArgs> = {},
    dnsArgs: Partial<EksInboundDnsArgs> = {},
) {
    const set = new EksEndpointSet("eks", { ...network, ...setArgs });
    const { addresses, forwarders } = new EksInboundDns("dns", {
        ...network,
        connection: set.connection,
        ingress: { cidrBlocks: ["192.168.0.0/16"] },
        ...dnsArgs,
    });
    return { addresses, forwarders, endpointAddresses: set.addresses, hostNames: set.hostNames };
}
