import assert from "node:assert/strict";

import { type Output, StackReference } from "@pulumi/pulumi";
import {
    type EksEndpointConnection,
    EksEndpointConsumer,
    type EksEndpointConsumerArgs,
    EksEndpointSet,
    type EksEndpointSetArgs,
    EksEndpointShare,
    type EksEndpointShareArgs,
    IpAddressType,
} from "eks-privatelink";

import { type Answer, DEFAULT_ACCOUNT, type RecordType, resolve } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { type Engine, stackNamed, type StackOptions } from "./support";
import type { TestStack } from "./testStack";

/** Host names of the default services in the region of the engine tests. */
export const HOSTS = [
    "eks.eu-west-1.amazonaws.com",
    "eks.eu-west-1.api.aws",
    "eks-auth.eu-west-1.api.aws",
    "oidc.eks.eu-west-1.amazonaws.com",
    "oidc-eks.eu-west-1.api.aws",
];

/** Name under which stacks refer to the hub. */
export const HUB = stackNamed("hub");

/** A VPC of an account other than the hub's. */
export interface Spoke {
    account: string;
    /** First two numbers of its range. */
    prefix: string;
    vpcId: string;
    range: string;
    /** Empty for a VPC without IPv6. */
    ipv6Range: string;
}

/** Puts the VPC of a spoke into the world. */
export async function addSpoke(engine: Engine, account: string, prefix: string): Promise<Spoke> {
    const { vpcId } = await existingNetwork(engine, { account, prefix, hasIpv6: true });
    const ipv6Range = engine.world.objects.vpcs[vpcId]?.ipv6CidrBlock ?? "";
    return { account, prefix, vpcId, range: `${prefix}.0.0/16`, ipv6Range };
}

/** What a hub has beside dual-stack endpoints; it may be changed between its runs. */
export interface HubOptions {
    /** Spokes whose ranges and accounts the endpoints admit. */
    admitted: Spoke[];
    /** Spokes that the share names. */
    consumers: { [name: string]: Spoke };
    set?: Partial<EksEndpointSetArgs>;
    share?: Partial<EksEndpointShareArgs>;
}

/** A stack with endpoints and their share in the default account, in a network that reaches the spokes'. */
export async function hubStack(engine: Engine, options: HubOptions): Promise<TestStack> {
    const network = await existingNetwork(engine, { hasIpv6: true });
    const spokes = [...options.admitted, ...Object.values(options.consumers)];
    engine.change((world) => {
        world.routes = [{ vpcIds: [network.vpcId, ...spokes.map(({ vpcId }) => vpcId)] }];
    });
    return engine.stack("hub", () => {
        const { admitted, consumers, set = {}, share = {} } = options;
        const endpoints = new EksEndpointSet("eks", {
            ...network,
            ipAddressType: IpAddressType.Dualstack,
            privateDnsEnabled: false,
            ingress: {
                cidrBlocks: ["10.20.0.0/16", ...admitted.map(({ range }) => range)],
                ipv6CidrBlocks: admitted.flatMap(({ ipv6Range }) => ipv6Range || []),
            },
            endpointPolicy: {
                accountIds: [DEFAULT_ACCOUNT, ...admitted.map(({ account }) => account)],
            },
            flowLogs: { enabled: false },
            ...set,
        });
        const names = new EksEndpointShare("share", {
            connection: endpoints.connection,
            ipAddressType: IpAddressType.Dualstack,
            consumers: Object.fromEntries(
                Object.entries(consumers).map(([name, { vpcId, account }]) => [
                    name,
                    { vpcId, accountId: account },
                ]),
            ),
            ...share,
        });
        return {
            connection: names.connection as unknown,
            ofSet: endpoints.connection as unknown,
        };
    });
}

/** How a spoke reads what the hub exports, and what it makes of it. */
export interface SpokeOptions extends StackOptions {
    /** Defaults to `connection`. */
    output?: string;
    /** Changes what was read. */
    edit?: (connection: EksEndpointConnection) => unknown;
    args?: Partial<EksEndpointConsumerArgs>;
}

/** The stack of a spoke, in its own account; `options` may be changed between its runs. */
export function spokeStack(
    engine: Engine,
    stackName: string,
    { vpcId, account }: Spoke,
    options: SpokeOptions = {},
): Promise<TestStack> {
    const program = () =>
        new EksEndpointConsumer("eks", { connection: readHub(options), vpcId, ...options.args });
    return engine.stack(stackName, program, { account, ...options });
}

/** The connection as a program reads it from the hub. */
export function readHub({ output = "connection", edit }: SpokeOptions = {}): Output<unknown> {
    const value = new StackReference(HUB).getOutput(output);
    return edit === undefined
        ? value
        : value.apply((connection) => edit(connection as EksEndpointConnection));
}

/** Deploys a stack, which has to succeed. */
export async function deployed(stack: TestStack): Promise<TestStack> {
    assert.deepEqual((await stack.up()).errors, []);
    return stack;
}

/** What the resolver of a VPC answers for each of the host names. */
export function resolveAll(engine: Engine, vpcId: string, type: RecordType = "A"): Answer[] {
    return HOSTS.map((host) => resolve(engine.world, { vpcId }, host, type));
}
