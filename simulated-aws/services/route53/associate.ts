import { AwsError } from "../../world/errors";
import type { HostedZone, ZoneVpc } from "../../world/objects/dns";
import type { Vpc } from "../../world/objects/network";
import { all, get, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { privateZoneIdOf } from "../endpoints/endpointOutputs";
import { privateNamesOf } from "../endpoints/endpointRules";
import { associatedZones, demandAnyZone } from "./zonesOf";

/** VPCs per private zone. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
const VPCS_PER_ZONE = 300;

/**
 * Associates a VPC with a zone. The owner of both needs nothing else; across accounts the owner of the
 * VPC has to ask, with an authorisation from the owner of the zone.
 */
export function associate(scope: Scope, zoneId: string, vpc: ZoneVpc): void {
    const zone = demandAnyZone(scope, zoneId);
    demandPrivate(zone);
    add(scope, zone, vpc);
}

/** Gives a new zone its first VPC, which makes it a private one; nothing else does. */
export function makePrivate(scope: Scope, zoneId: string, vpc: ZoneVpc): void {
    add(scope, demandAnyZone(scope, zoneId), vpc);
}

/** Refuses a public zone. The wording beyond the code is simulated. */
export function demandPrivate(zone: HostedZone): void {
    if (zone.vpcs.length > 0) {
        return;
    }
    throw new AwsError(
        "PublicZoneVPCAssociation",
        `The hosted zone ${zone.id} is a public one; only private ones have VPCs.`,
    );
}

function add(scope: Scope, zone: HostedZone, vpc: ZoneVpc): void {
    demandNoConflict(scope, zone.name, demandAuthorized(scope, zone, vpc));
    if (zone.vpcs.length >= VPCS_PER_ZONE) {
        throw new AwsError(
            "LimitsExceeded",
            `Cannot associate more than ${VPCS_PER_ZONE} VPCs with the hosted zone ${zone.id}.`,
        );
    }
    put(scope.world, "zones", { ...zone, vpcs: [...zone.vpcs, vpc] });
}

/** The VPC, when the caller may associate it; Route 53 has one text for either side's mistake. */
function demandAuthorized(scope: Scope, zone: HostedZone, vpc: ZoneVpc): Vpc {
    const found = demandVpc(scope, vpc);
    const isAuthorized = zone.account === scope.account || zone.authorizations.some(isSame(vpc));
    if (found.account === scope.account && isAuthorized) {
        return found;
    }
    throw new AwsError(
        "NotAuthorizedException",
        `The VPC: ${vpc.vpcId} has not authorized to associate with your hosted zone.`,
    );
}

/** A VPC that must be in the region that the call names. The wording beyond the code is simulated. */
export function demandVpc(scope: Scope, { vpcId, vpcRegion }: ZoneVpc): Vpc {
    const found = get(scope.world, "vpcs", vpcId);
    if (found?.region === vpcRegion) {
        return found;
    }
    throw new AwsError("InvalidVPCId", `The VPC: ${vpcId} does not exist in ${vpcRegion}.`);
}

/** A VPC sees one zone of a name; an endpoint's private DNS brings a zone that nobody lists. */
export function demandNoConflict(scope: Scope, name: string, vpc: Vpc): void {
    const { world } = scope;
    const listed = associatedZones(world, vpc.id).find((zone) => zone.name === name)?.id;
    const hidden = all(world, "endpoints").find(
        (each) =>
            each.vpcId === vpc.id &&
            each.privateDnsEnabled &&
            privateNamesOf({ ...scope, region: each.region }, each.serviceName).some(
                (own) => own.replace(/^\*\./, "") === name,
            ),
    );
    const other = listed ?? (hidden && privateZoneIdOf(hidden));
    if (other === undefined) {
        return;
    }
    throw new AwsError(
        "ConflictingDomainExists",
        `The VPC ${vpc.id} in region ${vpc.region} has already been associated with the hosted zone ${other} ` +
            "with the same domain name.",
    );
}

/** Takes a VPC from a zone; the owner of either may. The wording beyond the codes is simulated. */
export function disassociate(scope: Scope, zoneId: string, vpc: ZoneVpc): void {
    const zone = demandAnyZone(scope, zoneId);
    if (!zone.vpcs.some(isSame(vpc))) {
        throw new AwsError(
            "VPCAssociationNotFound",
            `The VPC ${vpc.vpcId} is not associated with the hosted zone ${zoneId}.`,
        );
    }
    if (zone.vpcs.length === 1) {
        throw new AwsError(
            "LastVPCAssociation",
            `The VPC ${vpc.vpcId} is the last one of the private hosted zone ${zoneId}; it cannot be disassociated.`,
        );
    }
    const vpcs = zone.vpcs.filter((each) => !isSame(vpc)(each));
    put(scope.world, "zones", { ...zone, vpcs });
}

/** Says of other VPCs whether they are this one. */
export function isSame(vpc: ZoneVpc): (other: ZoneVpc) => boolean {
    return (other) => other.vpcId === vpc.vpcId && other.vpcRegion === vpc.vpcRegion;
}
