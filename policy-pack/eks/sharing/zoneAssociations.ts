import { isSameAccount, type Owner, ownerOf } from "../../stack/accounts";
import { type Links, targetsOf } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import { ASSOCIATION_AUTHORIZATION, ZONE_ASSOCIATION } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import type { UnknownValue } from "../../stack/unknownValues";
import { type HostedZone, inlineVpcsOf, vpcOfAssociation, zoneOf } from "../dns/hostedZones";

/** A hosted zone of EKS and a VPC that are brought together, and that may belong to two accounts. */
export interface Crossing {
    /** The association, or the zone itself where it names the VPC. */
    resource: StackResource;
    zone: StackResource;
    vpc: Links;
    zoneOwner: Owner;
    vpcOwner: Owner;
    /** False where only the credentials show that the accounts may be two. */
    certain: boolean;
}

/** Everything that brings a hosted zone of EKS to a VPC of what may be another account. */
export function findCrossings(stack: Stack, zones: HostedZone[], notes: Notes): Crossing[] {
    const associated = stack.ofType(ZONE_ASSOCIATION).flatMap((resource) => {
        const vpc = vpcOfAssociation(stack, resource);
        const zones = zoneOf(stack, resource);
        notes.addMissing(resource, "associates", zones, ", so its account is not known");
        return zones.resources.map((zone) => ({ resource, zone, vpc }));
    });
    const inline = zones.map(({ resource }) => ({
        resource,
        zone: resource,
        vpc: inlineVpcsOf(stack, resource),
    }));
    return [...inline, ...associated]
        .filter(({ zone }) => isOfEks(zone, zones, notes))
        .flatMap(({ resource, zone, vpc }) =>
            toCrossings(resource, zone, vpc).filter(
                ({ vpcOwner, zoneOwner }) => isSameAccount(vpcOwner, zoneOwner) !== true,
            ),
        );
}

/** A VPC from elsewhere belongs to whoever makes the association: AWS lets nobody else make it. */
function toCrossings(resource: StackResource, zone: StackResource, vpc: Links): Crossing[] {
    const owned = [
        ...vpc.resources.map((each) => ({
            resources: [each],
            elsewhere: [],
            owner: ownerOf(each),
        })),
        ...vpc.elsewhere.map((id) => ({
            resources: [],
            elsewhere: [id],
            owner: ownerOf(resource),
        })),
    ];
    const zoneOwner = ownerOf(zone);
    return owned.flatMap(({ resources, elsewhere, owner }) =>
        owner === undefined || zoneOwner === undefined
            ? []
            : [
                  {
                      resource,
                      zone,
                      vpc: { resources, elsewhere },
                      zoneOwner,
                      vpcOwner: owner,
                      certain: isSameAccount(owner, zoneOwner) === false,
                  },
              ],
    );
}

function isOfEks(zone: StackResource, zones: HostedZone[], notes: Notes): boolean {
    const found = zones.find(({ resource }) => resource === zone);
    notes.addUnknown(zone, found?.unknownName);
    return found?.host !== undefined;
}

/** Whether the zone's side authorises a crossing. What preview does not know of an authorisation is noted, and counts. */
export function isAuthorized(stack: Stack, { zone, vpc }: Crossing, notes: Notes): boolean {
    const { pairs, unknown } = stack.once(readAuthorizations);
    notes.addUnknowns(unknown);
    return (
        unknown.size > 0 || [...targetsOf(vpc).keys()].some((key) => pairs.has(pairOf(zone, key)))
    );
}

/** The pairs of zone and VPC that a stack authorises, and authorisations of which preview does not know both. */
function readAuthorizations(stack: Stack): {
    pairs: Set<string>;
    unknown: Map<StackResource, UnknownValue>;
} {
    const pairs = new Set<string>();
    const unknown = new Map<StackResource, UnknownValue>();
    for (const authorization of stack.ofType(ASSOCIATION_AUTHORIZATION)) {
        const zones = zoneOf(stack, authorization);
        const vpcs = vpcOfAssociation(stack, authorization);
        const value = zones.unknown ?? vpcs.unknown;
        if (value !== undefined) {
            unknown.set(authorization, value);
        }
        for (const zone of zones.resources) {
            for (const key of targetsOf(vpcs).keys()) {
                pairs.add(pairOf(zone, key));
            }
        }
    }
    return { pairs, unknown };
}

function pairOf({ urn }: StackResource, vpc: string): string {
    return `${urn} ${vpc}`;
}
