import { createHash } from "node:crypto";

import { findEndpointService } from "../../world/endpointServices";
import type { Endpoint } from "../../world/objects/network";
import { arnOf, get } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { interfacesOf } from "./endpointInterfaces";
import { privateNamesOf } from "./endpointRules";
import { gatewayListId } from "./gatewayLists";

/** Outputs that the resource and the look-up have in common. */
export function endpointOutputs(scope: Scope, found: Endpoint) {
    const interfaces = interfacesOf(scope, found);
    return {
        ...common(found),
        arn: arnOf(scope, "ec2", `vpc-endpoint/${found.id}`),
        cidrBlocks: [] as string[],
        dnsEntries: dnsEntriesOf(scope, found),
        ipAddressType: found.ipAddressType,
        networkInterfaceIds: interfaces.map((each) => each.id),
        ownerId: found.account,
        policy: found.policy,
        prefixListId: found.type === "Gateway" ? gatewayListId(found.serviceName) : "",
        privateDnsEnabled: found.privateDnsEnabled,
        requesterManaged: false,
        routeTableIds: found.routeTableIds,
        securityGroupIds: found.securityGroupIds,
        serviceName: found.serviceName,
        serviceRegion: found.region,
        state: "available",
        subnetConfigurations: interfaces.map((each) => ({
            subnetId: each.subnetId,
            ...(each.privateIp === "" ? {} : { ipv4: each.privateIp }),
            ...(each.ipv6Address === "" ? {} : { ipv6: each.ipv6Address }),
        })),
        subnetIds: found.subnetIds,
        vpcEndpointType: found.type,
        vpcId: found.vpcId,
    };
}

/** The choices about DNS records. */
export function dnsOptionsOf(found: Endpoint) {
    return {
        dnsRecordIpType: found.dnsRecordIpType,
        privateDnsOnlyForInboundResolverEndpoint: false,
        privateDnsPreference: "",
        privateDnsSpecifiedDomains: [] as string[],
    };
}

/** DNS names of an endpoint: the regional one, one per zone, then the private ones. */
export function dnsEntriesOf(
    scope: Scope,
    found: Endpoint,
): { dnsName: string; hostedZoneId: string }[] {
    if (found.type !== "Interface") {
        return [];
    }
    const publicZone = zoneId(`vpce ${found.region}`);
    const privateZone = privateZoneIdOf(found);
    const own = [regionalNameOf(scope, found), ...Object.keys(zonalNamesOf(scope, found))];
    const names = found.privateDnsEnabled ? privateNamesOf(scope, found.serviceName) : [];
    return [
        ...own.map((dnsName) => ({ dnsName, hostedZoneId: publicZone })),
        ...names.map((dnsName) => ({ dnsName, hostedZoneId: privateZone })),
    ];
}

/** `vpce-<id>-<suffix>.<service>.<region>.vpce.amazonaws.com` */
export function regionalNameOf(scope: Scope, found: Endpoint): string {
    return `${found.id}-${found.nameSuffix}.${baseNameOf(scope, found)}`;
}

/** The zonal names of an endpoint with the ID of the interface that each stands for. */
export function zonalNamesOf(scope: Scope, found: Endpoint): { [key: string]: string } {
    const entries = interfacesOf(scope, found).map((each) => {
        const zone = get(scope.world, "subnets", each.subnetId)?.availabilityZone ?? "";
        return [`${found.id}-${found.nameSuffix}-${zone}.${baseNameOf(scope, found)}`, each.id];
    });
    return Object.fromEntries(entries) as { [key: string]: string };
}

function baseNameOf(scope: Scope, found: Endpoint): string {
    const service = findEndpointService(scope.world, found.region, found.serviceName);
    return service?.baseEndpointDnsName ?? `${found.region}.vpce.amazonaws.com`;
}

/** ID of the zone, which nobody lists, that private DNS brings into the VPC. */
export function privateZoneIdOf(found: Endpoint): string {
    return zoneId(`private ${found.id}`);
}

/** Simulated: AWS's own zone IDs follow no rule. */
function zoneId(of: string): string {
    return `Z${createHash("sha256").update(of).digest("hex").slice(0, 13).toUpperCase()}`;
}
