import { type EksService, findServiceByName } from "../domain/services";
import type { LastState } from "../lookups/ownStack";

/** A resource as the last update of this stack left it. */
export interface NamedResource {
    urn: string;
    /** Name that the program gave it. */
    name: string;
    outputs: { [property: string]: unknown };
}

/** An endpoint with private DNS, as the last update of this stack left it. */
export interface LastEndpoint {
    resource: NamedResource;
    id: string;
    vpcId: string;
    service: EksService | undefined;
    serviceName: string;
}

/** A hosted zone, as the last update of this stack left it. */
export interface LastZone {
    resource: NamedResource;
    /** Without a dot at the end. */
    hostName: string;
    /** VPCs that this stack has associated; the first is that of its creation. */
    vpcIds: string[];
    /** VPCs of other accounts that may have it. */
    authorized: string[];
}

/** The endpoints that have private DNS, by a switch of their own or by their flag. */
export function findLastEndpoints(last: LastState): LastEndpoint[] {
    const switches = ofType(last, "aws:vpc/endpointPrivateDns:EndpointPrivateDns");
    const isOn = (endpointId: string): boolean | undefined =>
        switches
            .filter(({ outputs }) => textOf(outputs.vpcEndpointId) === endpointId)
            .map(({ outputs }) => outputs.privateDnsEnabled === true)[0];
    return ofType(last, "aws:ec2/vpcEndpoint:VpcEndpoint").flatMap((resource) => {
        const { outputs } = resource;
        const id = textOf(outputs.arn).split("/").at(-1) ?? "";
        const serviceName = textOf(outputs.serviceName);
        const service = findServiceByName(serviceName);
        return (isOn(id) ?? outputs.privateDnsEnabled === true)
            ? [{ resource, id, vpcId: textOf(outputs.vpcId), service, serviceName }]
            : [];
    });
}

/** The hosted zones with the VPCs that see them. */
export function findLastZones(last: LastState): LastZone[] {
    const associations = ofType(last, "aws:route53/zoneAssociation:ZoneAssociation");
    const authorizations = ofType(
        last,
        "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization",
    );
    return ofType(last, "aws:route53/zone:Zone").map((resource) => {
        const { name, zoneId, vpcs } = resource.outputs;
        const own = Array.isArray(vpcs) ? (vpcs as { vpcId?: unknown }[]) : [];
        const vpcIdsOf = (grants: NamedResource[]): string[] =>
            grants
                .filter(({ outputs }) => outputs.zoneId === zoneId)
                .map(({ outputs }) => textOf(outputs.vpcId));
        return {
            resource,
            hostName: textOf(name).replace(/\.$/, ""),
            vpcIds: [...own.map(({ vpcId }) => textOf(vpcId)), ...vpcIdsOf(associations)],
            authorized: vpcIdsOf(authorizations),
        };
    });
}

function ofType(last: LastState, type: string): NamedResource[] {
    return Object.entries(last)
        .filter(([urn]) => urn.split("::")[2]?.split("$").at(-1) === type)
        .map(([urn, { outputs = {} }]) => ({ urn, name: urn.split("::").at(-1) ?? "", outputs }));
}

// The state is not ours to trust: an older version, or a hand, may have written it.
function textOf(value: unknown): string {
    return typeof value === "string" ? value : "";
}
