import type { Input, Output } from "@pulumi/pulumi";

import { type Checked, demand, derive, together } from "../checks/checked";
import type { List } from "../component/lists";
import type { ChildScope } from "../component/scope";
import { RANGES } from "../domain/addressing";
import { lookVpc } from "../lookups/vpc";
import { verifyList } from "../verify/late";
import { arrivedVpc, HOSTED_ZONES, verifyVpc } from "../verify/vpc";
import { checkRanges } from "./checkIngress";
import type { ResolvedArgs } from "./defaults";
import { verifyHostNames } from "./verify/connection";
import { verifyStrays } from "./verify/strays";
import { verifySubnets } from "./verify/subnets";

/** All that the children of an inbound DNS are made of. */
export interface VerifiedInboundDns {
    args: ResolvedArgs;
    vpcId: Input<string>;
    hostNames: Checked<string[]>;
    /** Passes with connection and subnets, and has nothing in it that a preview would show as changed. */
    sound: Output<never[]>;
    subnetIds: Checked<string[]>;
    admitted: { [list in (typeof RANGES)[keyof typeof RANGES]]: List };
}

/** The one stage where everything is judged that a preview may not know, or that AWS has to say. */
export function verifyInboundDns(args: ResolvedArgs, scope: ChildScope): VerifiedInboundDns {
    const { ingress, ipAddressType, verify } = args;
    const id = arrivedVpc(args.vpcId);
    const hostNames = verifyHostNames(args, id, scope);
    const subnetIds = verifySubnets(args, id, scope);
    const vpc = verify ? lookVpc(id, scope) : undefined;
    const verified = verifyVpc(id, vpc, HOSTED_ZONES);
    const strays = verifyStrays(args, id, scope);
    const ranges = (family: keyof typeof RANGES): List =>
        verifyList(ingress[RANGES[family]] ?? [], `ingress.${RANGES[family]}`, (known) =>
            checkRanges(family, known, ipAddressType),
        );
    return {
        args,
        vpcId: demand(derive(together(verified, strays), ([vpcId]) => vpcId)),
        hostNames,
        sound: demand(derive(together(hostNames, subnetIds), () => [])),
        subnetIds,
        admitted: { cidrBlocks: ranges("ipv4"), ipv6CidrBlocks: ranges("ipv6") },
    };
}
