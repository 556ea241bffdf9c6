import { canonicalAddress } from "../world/addresses";
import { findEndpointService } from "../world/endpointServices";
import type { Endpoint, NetworkInterface } from "../world/objects/network";
import { all, get } from "../world/objectsOf";
import { partitionOf } from "../world/regions";
import type { Scope, World } from "../world/types";
import { interfacesOf } from "../services/endpoints/endpointInterfaces";
import { regionalNameOf, zonalNamesOf } from "../services/endpoints/endpointOutputs";

export type RecordType = "A" | "AAAA";

/** What a resolver answers. */
export type Answer =
    /** Addresses inside a VPC; an empty list where the name exists without such a record. */
    | { status: "private"; addresses: string[]; endpointId: string }
    /** No private zone of the VPC has to do with the name: the public internet answers. */
    | { status: "public"; addresses: [] }
    /** A private zone answers for the name and has no such record. */
    | { status: "NXDOMAIN"; addresses: []; zone: string };

/** A private zone as one VPC sees it, with the names in it. */
export interface PrivateZone {
    /** Name of the zone, which hides every public name under it. */
    name: string;
    /** Says which addresses a name of this zone has; undefined where it has no record. */
    answer(name: string, type: RecordType): { addresses: string[]; endpointId: string } | undefined;
}

/** Asks the resolver of a VPC for a name. */
export function resolve(
    world: World,
    from: { vpcId: string },
    name: string,
    type: RecordType = "A",
): Answer {
    const asked = name.toLowerCase().replace(/\.$/, "");
    const direct = endpointNames(world).get(asked);
    if (direct !== undefined) return { status: "private", ...direct(type) };
    const zone = closestZone(privateZonesOf(world, from.vpcId), asked);
    if (zone === undefined) return { status: "public", addresses: [] };
    const found = zone.answer(asked, type);
    if (found === undefined) return { status: "NXDOMAIN", addresses: [], zone: zone.name };
    return { status: "private", ...found };
}

/** The private zones that a VPC sees: those of its endpoints with private DNS. */
export function privateZonesOf(world: World, vpcId: string): PrivateZone[] {
    const vpc = get(world, "vpcs", vpcId);
    if (vpc === undefined) throw new Error(`there is no VPC ${vpcId}`);
    if (!vpc.enableDnsSupport) return [];
    return all(world, "endpoints")
        .filter((endpoint) => endpoint.vpcId === vpcId && endpoint.privateDnsEnabled)
        .flatMap((endpoint) => {
            const service = findEndpointService(world, endpoint.region, endpoint.serviceName);
            return (service?.privateDnsNames ?? []).map((name) =>
                zoneOfEndpoint(world, endpoint, name),
            );
        });
}

/** A private name that starts with `*.` stands for every name under it, and for the name itself. */
function zoneOfEndpoint(world: World, endpoint: Endpoint, privateName: string): PrivateZone {
    const name = privateName.replace(/^\*\./, "");
    const isWildcard = name !== privateName;
    return {
        name,
        answer: (asked, type) =>
            asked === name || isWildcard
                ? addressesOf(
                      endpoint,
                      interfacesOf(scopeOf(world, endpoint), endpoint),
                      type,
                      asked,
                  )
                : undefined,
    };
}

/** Of the zones that hold a name the one with the longest name answers, and no other is asked. */
function closestZone(zones: PrivateZone[], asked: string): PrivateZone | undefined {
    return zones
        .filter((zone) => asked === zone.name || asked.endsWith(`.${zone.name}`))
        .sort((one, other) => other.name.length - one.name.length)[0];
}

type Direct = (type: RecordType) => { addresses: string[]; endpointId: string };

/** The endpoint's own names are public and lead to private addresses. */
function endpointNames(world: World): Map<string, Direct> {
    const names = new Map<string, Direct>();
    for (const endpoint of all(world, "endpoints")) {
        if (endpoint.type !== "Interface") continue;
        const scope = scopeOf(world, endpoint);
        const interfaces = interfacesOf(scope, endpoint);
        const regional = regionalNameOf(scope, endpoint).toLowerCase();
        names.set(regional, (type) => addressesOf(endpoint, interfaces, type, regional));
        for (const [name, interfaceId] of Object.entries(zonalNamesOf(scope, endpoint))) {
            const own = interfaces.filter((each) => each.id === interfaceId);
            names.set(name.toLowerCase(), (type) => addressesOf(endpoint, own, type, name));
        }
    }
    return names;
}

/** Which records a name of an endpoint has, by the endpoint's DNS record type. */
function addressesOf(
    endpoint: Endpoint,
    interfaces: NetworkInterface[],
    type: RecordType,
    name: string,
) {
    const { dnsRecordIpType } = endpoint;
    const hasRecord =
        dnsRecordIpType === "dualstack" ||
        dnsRecordIpType === (type === "A" ? "ipv4" : "ipv6") ||
        (dnsRecordIpType === "service-defined" &&
            (type === "A" || isDualStackName(endpoint, name)));
    const addresses = interfaces
        .map((each) => (type === "A" ? each.privateIp : each.ipv6Address))
        .filter((address) => address !== "")
        .map((address) => canonicalAddress(address) ?? address);
    return { addresses: hasRecord ? addresses : [], endpointId: endpoint.id };
}

/** With service-defined records a name has AAAA where the service's public name of that form has it. */
function isDualStackName(endpoint: Endpoint, name: string): boolean {
    return name.endsWith(`.${partitionOf(endpoint.region).dualStackSuffix}`);
}

function scopeOf(world: World, endpoint: Endpoint): Scope {
    return { world, account: endpoint.account, region: endpoint.region };
}
