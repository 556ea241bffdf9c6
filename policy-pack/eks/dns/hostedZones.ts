import { follow, groupByTarget, joinLinks, leadsAnywhere, type Links } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import { ASSOCIATION_AUTHORIZATION, VPCS, ZONE, ZONE_ASSOCIATION } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peek, type UnknownValue } from "../../stack/unknownValues";
import { readItems, readString } from "../../stack/values";
import { type EksHost, findEksHost, normalizeName } from "../hosts";
import { carrying, type Profile } from "./profiles";

/** A private hosted zone of this stack. */
export interface HostedZone {
    resource: StackResource;
    /** In lower case without the dot at its end; undefined while preview does not know it. */
    name?: string;
    unknownName?: UnknownValue;
    /** The host that it answers for, where that is one of EKS. */
    host?: EksHost;
    /** VPCs that it answers in: its own, those associated with it, and those of the profiles that carry it. */
    places: Links;
    /** VPCs that their own accounts may associate with it. */
    authorized: Links;
}

/** The private hosted zones of this stack; a zone is private when it has a VPC. */
export function findPrivateZones(stack: Stack, profiles: Profile[]): HostedZone[] {
    const associations = groupByTarget(stack.ofType(ZONE_ASSOCIATION), (association) =>
        zoneOf(stack, association),
    );
    const authorizations = groupByTarget(stack.ofType(ASSOCIATION_AUTHORIZATION), (each) =>
        zoneOf(stack, each),
    );
    const vpcsOf = (links: typeof associations, zone: StackResource): Links[] =>
        (links.get(zone) ?? []).map((each) => vpcOfAssociation(stack, each));
    return stack.ofType(ZONE).flatMap((resource) => {
        const own = [inlineVpcsOf(stack, resource), ...vpcsOf(associations, resource)];
        const carried = carrying(profiles, resource).map(({ places }) => places);
        if (carried.length === 0 && !own.some(leadsAnywhere)) {
            return [];
        }
        const { value, unknown } = peek(() => readString(resource.given, "name") ?? "");
        const name = value === undefined ? undefined : normalizeName(value);
        const host = findEksHost(name ?? "");
        const places = joinLinks([...own, ...carried]);
        const authorized = joinLinks(vpcsOf(authorizations, resource));
        return [{ resource, name, unknownName: unknown, host, places, authorized }];
    });
}

/** The VPCs that a zone names itself. */
export function inlineVpcsOf(stack: Stack, zone: StackResource): Links {
    const links = readItems(zone.given, "vpcs").items.map(({ value }) =>
        follow(stack, zone, "vpcs", { types: VPCS, within: value, key: "vpcId" }),
    );
    // Items that preview does not know are followed by what the whole property depends on.
    return joinLinks([follow(stack, zone, "vpcs", { types: VPCS }), ...links]);
}

/** The zone of an association or of an authorisation. */
export function zoneOf(stack: Stack, association: StackResource): Links {
    return throughAuthorization(stack, association, "zoneId", [ZONE], "zoneId");
}

/** The VPC of an association or of an authorisation. */
export function vpcOfAssociation(stack: Stack, association: StackResource): Links {
    return throughAuthorization(stack, association, "vpcId", VPCS, "id");
}

/** Follows a property that may be taken from the authorisation of an association, which makes the one wait for the other. */
function throughAuthorization(
    stack: Stack,
    association: StackResource,
    property: string,
    types: string[],
    by: string,
): Links {
    const direct = follow(stack, association, property, { types, by });
    if (direct.unknown === undefined) {
        return direct;
    }
    const [authorization] = stack.sourcesOf(association, property, [ASSOCIATION_AUTHORIZATION]);
    return authorization === undefined
        ? direct
        : follow(stack, authorization, property, { types, by });
}

/**
 * Whether a zone has one of these names; undefined, with the zones noted as unknown, when preview does not know yet.
 */
export function hasZone(
    zones: HostedZone[],
    hostNames: string[],
    notes: Notes,
): boolean | undefined {
    if (zones.some(({ name }) => name !== undefined && hostNames.includes(name))) {
        return true;
    }
    const unknown = zones.filter(({ unknownName }) => unknownName !== undefined);
    for (const { resource, unknownName } of unknown) {
        notes.addUnknown(resource, unknownName);
    }
    return unknown.length > 0 ? undefined : false;
}
