import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";

import { whenKnown } from "../../sdk/checks/sdkInternals";
import {
    EksEndpointConsumer,
    type EksEndpointConsumerArgs,
    EksEndpointSet,
    type EksEndpointSetArgs,
    EksEndpointShare,
    type EksEndpointShareArgs,
    EksInboundDns,
    type EksInboundDnsArgs,
} from "../../sdk/index";
import { type Network, ON_PREMISES } from "./network";
import type { Program } from "./runStack";
import { ACCOUNTS, type Ground } from "./scene";

type SetArgs = Partial<EksEndpointSetArgs>;

/** A set in the hub's VPC, without a flow log, which no name depends on. */
export function setOf(
    { networks }: Ground,
    args: SetArgs = {},
    name = "eks",
    options?: ComponentResourceOptions,
): EksEndpointSet {
    const { vpcId, subnetIds } = networks.hub;
    const ipv6CidrBlocks = [...Object.values(networks), ON_PREMISES].map(
        (each) => each.ipv6CidrBlock,
    );
    const cidrBlocks = ["10.0.0.0/8"];
    return new EksEndpointSet(
        name,
        {
            vpcId,
            subnetIds: subnetIds.slice(0, 2),
            flowLogs: { enabled: false },
            endpointPolicy: { accountIds: Object.values(ACCOUNTS) },
            ingress:
                args.ipAddressType === "dualstack"
                    ? { cidrBlocks, ipv6CidrBlocks }
                    : { cidrBlocks },
            ...args,
        },
        options,
    );
}

/** The arguments that place a set in another VPC. */
export function placedIn({ vpcId, subnetIds }: Network): SetArgs {
    return { vpcId, subnetIds };
}

/** The program of one set. */
export function oneSet(scene: Ground, args?: SetArgs): Program {
    return () => setOf(scene, args);
}

/** How a hub differs from one with the default services, IPv4 and hosted zones. */
export interface HubOptions {
    set?: SetArgs;
    share?: Partial<EksEndpointShareArgs>;
    /** Which VPCs are its consumers. Defaults to both. */
    consumers?: ("own" | "spoke")[];
}

/** The program of a hub that shares its endpoints with a VPC of its own account and one of another. */
export function hub(scene: Ground, options: HubOptions = {}): Program {
    const { set } = options;
    return () => {
        const endpoints = setOf(scene, { privateDnsEnabled: false, ...set });
        return share(scene, endpoints.connection, options);
    };
}

/** The program of a share of its own, with the connection that the set of the hub's stack has now. */
export async function shareOf(scene: Ground): Promise<Program> {
    const { connection } = scene.returned("hub") as { connection: Output<object> };
    const known = await whenKnown(connection);
    return () => share(scene, known, {});
}

function share(
    { networks }: Ground,
    connection: unknown,
    { set, share: args = {}, consumers = ["own", "spoke"] }: HubOptions,
): { connection: Output<unknown> } {
    const given = {
        own: { vpcId: networks.own.vpcId },
        spoke: { vpcId: networks.spoke.vpcId, accountId: ACCOUNTS.spoke },
    };
    const shared = new EksEndpointShare("share", {
        connection,
        ipAddressType: set?.ipAddressType,
        services: set?.services,
        consumers: Object.fromEntries(consumers.map((name) => [name, given[name]])),
        ...args,
    });
    return { connection: shared.connection as Output<unknown> };
}

/** The program of a consumer in the other account, with the connection that the hub has now. */
export async function consumer(
    scene: Ground,
    args: Partial<EksEndpointConsumerArgs> = {},
): Promise<Program> {
    const { connection } = scene.returned("hub") as { connection: Output<object> };
    const known = await whenKnown(connection);
    const { vpcId } = scene.networks.spoke;
    return () => new EksEndpointConsumer("joined", { connection: known, vpcId, ...args });
}

function rangesOf(ipAddressType?: string): EksInboundDnsArgs["ingress"] {
    const { cidrBlock, ipv6CidrBlock } = ON_PREMISES;
    const ipv6CidrBlocks = ipAddressType === "dualstack" ? [ipv6CidrBlock] : [];
    return { cidrBlocks: [cidrBlock], ipv6CidrBlocks };
}

/** The program of a set whose host names DNS servers outside AWS ask for, where `inbound` says how. */
export function withInboundDns(
    scene: Ground,
    inbound: Partial<EksInboundDnsArgs> | null,
    args: SetArgs = {},
): Program {
    const { vpcId, subnetIds } = scene.networks.hub;
    return () => {
        const { connection } = setOf(scene, args);
        return inbound === null
            ? {}
            : new EksInboundDns("dns", {
                  vpcId,
                  subnetIds: subnetIds.slice(0, 2),
                  connection: connection as unknown,
                  ingress: rangesOf(inbound.ipAddressType),
                  ...inbound,
              });
    };
}
