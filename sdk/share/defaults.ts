import type { Input } from "@pulumi/pulumi";

import { present } from "../checks/shape";
import { ShareMethod } from "../connection/method";
import { IpAddressType } from "../domain/addressing";
import { DEFAULT_SERVICES, type EksService } from "../domain/services";
import type { EksEndpointShareArgs, ShareConsumer } from "./args";

/** EksEndpointShareArgs with every default in its place. */
export interface ResolvedArgs {
    connection: Input<unknown>;
    services: EksService[];
    ipAddressType: IpAddressType;
    consumers: { [name: string]: ShareConsumer };
    method: ShareMethod;
    principals: string[];
    /** Whether the user named the principals. */
    namesPrincipals: boolean;
    region?: string;
    tags: Input<{ [key: string]: Input<string> }>;
}

/** The one place where an omitted argument gets its value. */
export function applyDefaults(args: EksEndpointShareArgs): ResolvedArgs {
    const given = present(args);
    const method = given.method ?? ShareMethod.HostedZones;
    // Their form has been checked: none of them is an Output.
    const plain = (given.consumers ?? {}) as ResolvedArgs["consumers"];
    // By name, because a map of Go comes in another order each time.
    const consumers = Object.fromEntries(
        Object.entries(plain)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, consumer]) => [name, present(consumer)]),
    );
    const accounts = Object.values(consumers).flatMap(({ accountId }) => accountId ?? []);
    return {
        ...given,
        connection: given.connection as Input<unknown>,
        services: given.services ?? DEFAULT_SERVICES,
        ipAddressType: given.ipAddressType ?? IpAddressType.Ipv4,
        consumers,
        method,
        principals:
            given.principals ?? (method === ShareMethod.Profile ? [...new Set(accounts)] : []),
        namesPrincipals: given.principals !== undefined,
        tags: given.tags ?? {},
    };
}
