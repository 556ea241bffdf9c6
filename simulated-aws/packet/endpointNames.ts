import { interfacesOf } from "../services/endpoints/endpointInterfaces";
import { regionalNameOf, zonalNamesOf } from "../services/endpoints/endpointOutputs";
import { canonicalAddress } from "../world/addresses";
import { findEndpointService } from "../world/endpointServices";
import type { Endpoint, NetworkInterface } from "../world/objects/network";
import { get } from "../world/objectsOf";
import { partitionOf } from "../world/regions";
import type { Scope, World } from "../world/types";
import type { Found, PrivateZone, RecordType } from "./privateZone";

type Direct = (type: RecordType) => Found;

/** What the own name of an endpoint says, which is public and leads to private addresses; undefined for any other name. */
export function endpointName(world: World, asked: string): Direct | undefined {
    const [, id = ""] = /^(vpce-[0-9a-f]+)-/.exec(asked) ?? [];
    const endpoint = get(world, "endpoints", id);
    if (endpoint?.type !== "Interface") {
        return undefined;
    }
    const scope = scopeOf(world, endpoint);
    const interfaces = interfacesOf(scope, endpoint);
    if (regionalNameOf(scope, endpoint).toLowerCase() === asked) {
        return (type) => addressesOf(endpoint, interfaces, type, asked);
    }
    const zonal = Object.entries(zonalNamesOf(scope, endpoint)).find(
        ([name]) => name.toLowerCase() === asked,
    );
    const own = interfaces.filter((each) => each.id === zonal?.[1]);
    return zonal && ((type) => addressesOf(endpoint, own, type, asked));
}

/** The zones that the private names of an endpoint's service make: one per name. */
export function zonesOfEndpoint(world: World, endpoint: Endpoint): PrivateZone[] {
    const service = findEndpointService(world, endpoint.region, endpoint.serviceName);
    return (service?.privateDnsNames ?? []).map((name) => zoneOfName(world, endpoint, name));
}

/** A private name that starts with `*.` stands for every name under it, and for the name itself. */
function zoneOfName(world: World, endpoint: Endpoint, privateName: string): PrivateZone {
    const name = privateName.replace(/^\*\./, "");
    const isWildcard = name !== privateName;
    return {
        name,
        origin: `private DNS of endpoint ${endpoint.id} (${endpoint.serviceName})`,
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

/** Which records a name of an endpoint has, by the endpoint's DNS record type. */
function addressesOf(
    endpoint: Endpoint,
    interfaces: NetworkInterface[],
    type: RecordType,
    name: string,
): Found {
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
