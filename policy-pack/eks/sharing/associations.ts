import { follow, groupByTarget, type Links } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import { findRegion } from "../../stack/places";
import { ASSOCIATION_AUTHORIZATION, VPCS, ZONE, ZONE_ASSOCIATION } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { isGiven, peekString, readItems, readString } from "../../stack/values";
import { vpcOfAssociation, zoneOf } from "../dns/hostedZones";
import { findEksHost, normalizeName } from "../hosts";

/** Something that brings a VPC to a hosted zone of EKS: an association, an authorisation, or the zone's own list. */
export interface ZoneVpc {
    resource: StackResource;
    /** Where the region of the VPC stands, or would. */
    path: string;
    vpc: Links;
    /** The region that the call to AWS names; undefined where preview or only the environment knows. */
    vpcRegion?: string;
    isRegionGiven: boolean;
}

/** The hosted zones of EKS in this stack, each with what brings VPCs to it from outside. */
export function findAssociatedZones(
    stack: Stack,
    notes: Notes,
): { zone: StackResource; associations: StackResource[] }[] {
    const byZone = groupByTarget(
        stack.ofType(ZONE_ASSOCIATION, ASSOCIATION_AUTHORIZATION),
        (each) => zoneOf(stack, each),
    );
    return stack.ofType(ZONE).flatMap((zone) => {
        const name = notes.attempt(zone, () => readString(zone.given, "name") ?? "");
        const isOfEks = name !== undefined && findEksHost(normalizeName(name)) !== undefined;
        return isOfEks ? [{ zone, associations: byZone.get(zone) ?? [] }] : [];
    });
}

/** Whether a zone is made without any VPC, which makes it a public one for good. */
export function isPublic({ given, outputs }: StackResource): boolean {
    const { items, unknown } = readItems(given, "vpcs");
    return items.length + unknown.length + readItems(outputs, "vpcs").items.length === 0;
}

/** The VPC of an association or authorisation, with the region that it names. */
export function readZoneVpc(stack: Stack, resource: StackResource): ZoneVpc {
    return toZoneVpc(resource, resource.given, "vpcRegion", vpcOfAssociation(stack, resource));
}

/** The VPCs that a zone names itself. */
export function readOwnVpcs(stack: Stack, zone: StackResource): ZoneVpc[] {
    return readItems(zone.given, "vpcs").items.map(({ index, value }) =>
        toZoneVpc(
            zone,
            value,
            `vpcs[${index}].vpcRegion`,
            follow(stack, zone, "vpcs", { types: VPCS, within: value, key: "vpcId" }),
        ),
    );
}

/** Route 53 has no regions of its own: where none is given, the provider names its own. A preview may not know it yet. */
function toZoneVpc(resource: StackResource, written: unknown, path: string, vpc: Links): ZoneVpc {
    const isRegionGiven = isGiven(written, "vpcRegion");
    const vpcRegion = isRegionGiven ? peekString(written, "vpcRegion") : findRegion(resource);
    return { resource, path, vpc, vpcRegion, isRegionGiven };
}
