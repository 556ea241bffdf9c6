import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import { endpointOf, profileResourcesOf, zoneIdIn } from "../services/profiles/profileRules";
import { isWithin, plainName } from "../services/route53/names";
import { associatedZones } from "../services/route53/zonesOf";
import { endpointNames, zonesOfEndpoint } from "./endpointNames";
import { privateHostedZone } from "./hostedZone";
import type { PrivateZone, RecordType } from "./privateZone";

/** What a resolver answers. */
export type Answer =
    /**
     * Addresses inside a VPC; an empty list where the name exists without such a record. `endpointId` is
     * absent where they are those of plain records.
     */
    | { status: "private"; addresses: string[]; endpointId?: string }
    /** No private zone of the VPC has to do with the name: the public internet answers. */
    | { status: "public"; addresses: [] }
    /** A private zone answers for the name and has no such record. */
    | { status: "NXDOMAIN"; addresses: []; zone: string };

/** CNAMEs that a resolver follows before it gives up. */
const HOPS = 8;

/** Asks the resolver of a VPC for a name. */
export function resolve(
    world: World,
    from: { vpcId: string },
    name: string,
    type: RecordType = "A",
): Answer {
    return ask(world, from.vpcId, plainName(name), type, HOPS);
}

function ask(world: World, vpcId: string, asked: string, type: RecordType, hops: number): Answer {
    const direct = endpointNames(world).get(asked);
    if (direct !== undefined) return { status: "private", ...direct(type) };
    const zone = closestZone(privateZonesOf(world, vpcId), asked);
    if (zone === undefined) return { status: "public", addresses: [] };
    const found = zone.answer(asked, type);
    if (found === undefined) return { status: "NXDOMAIN", addresses: [], zone: zone.name };
    const { cname, ...answer } = found;
    if (cname === undefined) return { status: "private", ...answer };
    if (hops === 0) return { status: "private", addresses: [] };
    return ask(world, vpcId, cname, type, hops - 1);
}

/**
 * The private zones that a VPC sees, those that win over others of the same name first: the zones of its
 * endpoints with private DNS, hosted zones, which need both DNS attributes of the VPC, and its profile's.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
export function privateZonesOf(world: World, vpcId: string): PrivateZone[] {
    const vpc = get(world, "vpcs", vpcId);
    if (vpc === undefined) throw new Error(`there is no VPC ${vpcId}`);
    if (!vpc.enableDnsSupport) return [];
    const own = all(world, "endpoints")
        .filter((endpoint) => endpoint.vpcId === vpcId && endpoint.privateDnsEnabled)
        .flatMap((endpoint) => zonesOfEndpoint(world, endpoint));
    if (!vpc.enableDnsHostnames) return own;
    const hosted = associatedZones(world, vpcId).map((zone) => privateHostedZone(world, zone));
    return [...own, ...hosted, ...zonesOfProfile(world, vpcId)];
}

/** Zones that a profile brings, also those that the endpoints in it stand for. */
function zonesOfProfile(world: World, vpcId: string): PrivateZone[] {
    return profileResourcesOf(world, vpcId).flatMap((resource) => {
        const zone = get(world, "zones", zoneIdIn(resource.resourceArn));
        if (zone !== undefined) return [privateHostedZone(world, zone)];
        const endpoint = endpointOf(world, resource);
        return endpoint === undefined ? [] : zonesOfEndpoint(world, endpoint);
    });
}

/** Of the zones that hold a name the one with the longest name answers, and no other is asked. */
function closestZone(zones: PrivateZone[], asked: string): PrivateZone | undefined {
    return zones
        .filter((zone) => isWithin(asked, zone.name))
        .sort((one, other) => other.name.length - one.name.length)[0];
}
