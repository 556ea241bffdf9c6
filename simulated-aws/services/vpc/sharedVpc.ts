import { AwsError } from "../../world/errors";
import type { Subnet, Vpc } from "../../world/objects/network";
import { demand, find, get, list } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { findVisible, listVisible } from "../ram/shareable";

/** The VPCs that a caller sees: its own, and those of which a subnet is shared with it. */
export function visibleVpcs(scope: Scope): Vpc[] {
    const own = list(scope, "vpcs");
    const ids = new Set(listVisible(scope, "subnets").map(({ vpcId }) => vpcId));
    const others = [...ids].flatMap((id) => get(scope.world, "vpcs", id) ?? []);
    return [...new Set([...own, ...others])];
}

/** A VPC that the caller sees. */
export function findVisibleVpc(scope: Scope, id: string): Vpc | undefined {
    return find(scope, "vpcs", id) ?? visibleVpcs(scope).find((each) => each.id === id);
}

/** A VPC that the caller sees; it may put its own groups and interfaces into it. */
export function demandVisibleVpc(scope: Scope, id: string): Vpc {
    return findVisibleVpc(scope, id) ?? demand(scope, "vpcs", id);
}

/** A VPC in which the caller may have endpoints. */
export function demandOwnVpc(scope: Scope, id: string): Vpc {
    const found = demandVisibleVpc(scope, id);
    if (found.account === scope.account) {
        return found;
    }
    throw notForParticipants(`VPC ${id}`, found.account);
}

/** A subnet in which the caller may have endpoints. */
export function demandOwnSubnet(scope: Scope, id: string): Subnet {
    const found = findVisible(scope, "subnets", id) ?? demand(scope, "subnets", id);
    if (found.account === scope.account) {
        return found;
    }
    throw notForParticipants(`subnet ${id}`, found.account);
}

/** Participants of a shared subnet create no endpoints in it. The wording is simulated. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing-share-subnet-working-with.html */
function notForParticipants(what: string, owner: string): AwsError {
    return new AwsError(
        "OperationNotPermitted",
        `The ${what} is shared by the account ${owner}; only its owner can create VPC endpoints there.`,
    );
}
