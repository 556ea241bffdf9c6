import { AwsError } from "../../world/errors";
import type { DnsRecord, HostedZone } from "../../world/objects/dns";
import { all, get } from "../../world/objectsOf";
import type { Scope, World } from "../../world/types";

/** The private zones that a VPC is associated with, whoever owns them. */
export function associatedZones(world: World, vpcId: string): HostedZone[] {
    return all(world, "zones").filter((zone) => zone.vpcs.some((vpc) => vpc.vpcId === vpcId));
}

/** The records of a zone, beside those that Route 53 itself keeps. */
export function recordsOf(world: World, zoneId: string): DnsRecord[] {
    return all(world, "records").filter((record) => record.zoneId === zoneId);
}

/** A zone of the caller's account. */
export function findZone(scope: Scope, id: string): HostedZone | undefined {
    const zone = get(scope.world, "zones", id);
    return zone?.account === scope.account ? zone : undefined;
}

/** A zone that must exist, in whichever account. */
export function demandAnyZone(scope: Scope, id: string): HostedZone {
    const zone = get(scope.world, "zones", id);
    if (zone !== undefined) {
        return zone;
    }
    throw new AwsError("NoSuchHostedZone", `No hosted zone found with ID: ${id}`);
}

/** A zone that must exist and be the caller's own. */
export function demandZone(scope: Scope, id: string): HostedZone {
    const zone = demandAnyZone(scope, id);
    if (zone.account === scope.account) {
        return zone;
    }
    throw new AwsError(
        "AccessDenied",
        `User: arn:aws:sts::${scope.account}:assumed-role/deployer/session is not authorized to access this resource`,
    );
}
