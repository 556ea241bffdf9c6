import type { Input } from "@pulumi/pulumi";

import { present } from "../checks/shape";
import { IpAddressType } from "../domain/addressing";
import type { EksInboundDnsArgs, InboundDnsIngress } from "./args";

/** EksInboundDnsArgs with every default in its place. */
export interface ResolvedArgs {
    vpcId: Input<string>;
    subnetIds: Input<Input<string>[]>;
    connection: Input<unknown>;
    ingress: InboundDnsIngress;
    ipAddressType: IpAddressType;
    region?: Input<string>;
    verify: boolean;
    tags: Input<{ [key: string]: Input<string> }>;
}

/** The one place where an omitted argument gets its value. */
export function applyDefaults(args: EksInboundDnsArgs): ResolvedArgs {
    const given = present(args);
    return {
        ...given,
        connection: given.connection as Input<unknown>,
        ipAddressType: given.ipAddressType ?? IpAddressType.Ipv4,
        verify: given.verify ?? true,
        tags: given.tags ?? {},
    };
}
