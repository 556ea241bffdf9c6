import { AwsError } from "../../world/errors";
import type { DefaultBy, Subnet, Vpc } from "../../world/objects/network";
import { demand, list, put } from "../../world/objectsOf";
import { zonesOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { internetGateway } from "../routing/internetGateway";
import { route } from "../routing/route";
import { subnet } from "./subnet";
import { vpc } from "./vpc";

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html */
const RANGE = "172.31.0.0/16";

/** The default VPC of a region, where it has come into sight. */
export function findDefaultVpc(scope: Scope): Vpc | undefined {
    return list(scope, "vpcs").find(({ defaultBy }) => defaultBy !== undefined);
}

/** Whether the account still has the default VPC that AWS made in a region. */
function isKept({ world, account, region }: Scope): boolean {
    return world.accounts[account]?.withoutDefaultVpc?.includes(region) !== true;
}

/**
 * The default VPC that AWS has made in a region. It comes into the world when somebody first looks at it, so that worlds
 * whose programs bring their own networks are not full of default ones.
 */
export function lookAtDefaultVpc(scope: Scope): Vpc | undefined {
    return findDefaultVpc(scope) ?? (isKept(scope) ? makeDefaultVpc(scope, "aws") : undefined);
}

/** The default VPC, which a security group is for where no other is named. */
export function demandImpliedVpc(scope: Scope): Vpc {
    const found = lookAtDefaultVpc(scope);
    if (found === undefined) {
        throw new AwsError("VPCIdNotSpecified", "No default VPC for this user");
    }
    return found;
}

/** A default VPC with a public subnet in each zone. */
export function makeDefaultVpc(scope: Scope, defaultBy: DefaultBy): Vpc {
    const vpcId = vpc.create(scope, { cidrBlock: RANGE, enableDnsHostnames: true });
    const made = put(scope.world, "vpcs", { ...demand(scope, "vpcs", vpcId), defaultBy });
    const gatewayId = internetGateway.create(scope, { vpcId });
    const routeTableId = made.mainRouteTableId;
    route.create(scope, { routeTableId, destinationCidrBlock: "0.0.0.0/0", gatewayId });
    for (const { name } of zonesOf(scope.region)) {
        makeDefaultSubnet(scope, made, name, defaultBy);
    }
    return made;
}

/** The default subnet of a zone: the first free /20 of the default VPC. */
export function makeDefaultSubnet(
    scope: Scope,
    { id: vpcId }: Vpc,
    availabilityZone: string,
    defaultBy: DefaultBy,
): Subnet {
    const taken = new Set(list(scope, "subnets").map((each) => each.vpcId + each.cidrBlock));
    const ranges = Array.from({ length: 16 }, (_, index) => `172.31.${16 * index}.0/20`);
    const cidrBlock = ranges.find((range) => !taken.has(vpcId + range));
    const inputs = { vpcId, availabilityZone, cidrBlock, mapPublicIpOnLaunch: true };
    const id = subnet.create(scope, inputs);
    return put(scope.world, "subnets", { ...demand(scope, "subnets", id), defaultBy });
}

/** Remembers that a region has lost its default VPC. */
export function forgetDefaultVpc({ world, account, region }: Scope): void {
    const known = world.accounts[account] ?? {};
    const withoutDefaultVpc = [...(known.withoutDefaultVpc ?? []), region];
    world.accounts = { ...world.accounts, [account]: { ...known, withoutDefaultVpc } };
}
