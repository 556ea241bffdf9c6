import { holds, overlaps, parseRange, type Range } from "../../world/addresses";
import { AwsError } from "../../world/errors";
import type { Vpc } from "../../world/objects/network";
import { list } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/** Refuses a range that is not inside the VPC's, is of the wrong size, or overlaps another subnet's. */
export function demandFreeRange(scope: Scope, owner: Vpc, cidr: string, allowed: string[]): void {
    const range = parseRange(cidr);
    if (range === undefined || !isRightSize(range) || !isInside(range, allowed)) {
        throw new AwsError("InvalidSubnet.Range", `The CIDR '${cidr}' is invalid.`);
    }
    const siblings = list(scope, "subnets").filter((each) => each.vpcId === owner.id);
    const taken = siblings.flatMap((each) => [each.cidrBlock, each.ipv6CidrBlock]);
    const collides = taken.some((other) => {
        const theirs = parseRange(other);
        return theirs !== undefined && overlaps(range, theirs);
    });
    if (collides) {
        throw new AwsError(
            "InvalidSubnet.Conflict",
            `The CIDR '${cidr}' conflicts with another subnet`,
        );
    }
}

function isRightSize(range: Range): boolean {
    return range.family === 6 || (range.prefix >= 16 && range.prefix <= 28);
}

function isInside(range: Range, allowed: string[]): boolean {
    return allowed.some((outer) => {
        const whole = parseRange(outer);
        return whole !== undefined && holds(whole, range);
    });
}
