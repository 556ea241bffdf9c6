import type { Input } from "@pulumi/pulumi";

import { present } from "../checks/shape";
import { ShareMethod } from "../connection/method";
import { DEFAULT_SERVICES, type EksService } from "../domain/services";
import type { EksEndpointConsumerArgs } from "./args";

/** EksEndpointConsumerArgs with every default in its place. */
export interface ResolvedArgs {
    connection: Input<unknown>;
    vpcId: Input<string>;
    services: EksService[];
    method: ShareMethod;
    region?: string;
    verify: boolean;
    tags: Input<{ [key: string]: Input<string> }>;
}

/** The one place where an omitted argument gets its value. */
export function applyDefaults(args: EksEndpointConsumerArgs): ResolvedArgs {
    const given = present(args);
    return {
        ...given,
        connection: given.connection as Input<unknown>,
        services: given.services ?? DEFAULT_SERVICES,
        method: given.method ?? ShareMethod.HostedZones,
        verify: given.verify ?? true,
        tags: given.tags ?? {},
    };
}
