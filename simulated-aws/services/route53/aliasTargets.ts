import { AwsError } from "../../world/errors";
import type { HostedZone, RecordAlias } from "../../world/objects/dns";
import type { Endpoint } from "../../world/objects/network";
import { all } from "../../world/objectsOf";
import type { World } from "../../world/types";
import { dnsEntriesOf } from "../endpoints/endpointOutputs";
import { isWithin, plainName } from "./names";
import { recordsOf } from "./zonesOf";

/** The endpoint whose own DNS name an alias leads to. */
export function endpointBehind(world: World, alias: RecordAlias): Endpoint | undefined {
    const name = plainName(alias.name);
    return all(world, "endpoints").find((endpoint) =>
        dnsEntriesOf({ world, account: endpoint.account, region: endpoint.region }, endpoint).some(
            (entry) =>
                entry.hostedZoneId === alias.zoneId &&
                entry.dnsName.toLowerCase() === name &&
                name.startsWith("vpce-"),
        ),
    );
}

/** Refuses an alias that leads nowhere: to no endpoint, and to no record of the same type in its zone. */
export function demandTarget(
    world: World,
    zone: HostedZone,
    type: string,
    alias: RecordAlias,
): void {
    const name = plainName(alias.name);
    const isOwn = alias.zoneId === zone.id;
    const isThere = isOwn
        ? recordsOf(world, zone.id).some((each) => each.fullName === name && each.type === type)
        : endpointBehind(world, alias) !== undefined;
    if (isThere) {
        return;
    }
    const tried = `Tried to create an alias that targets ${name}., type ${type} in zone ${alias.zoneId}`;
    const outside = `${tried}, but the alias target name does not lie within the target zone`;
    const missing = `${tried}, but that target was not found`;
    const liesWithin = isOwn ? isWithin(name, zone.name) : isInZone(world, alias.zoneId, name);
    throw new AwsError(
        "InvalidChangeBatch",
        liesWithin ? `[${missing}]` : `[${outside}, ${missing}]`,
    );
}

/** Names of endpoints end alike: `<service>.<region>.vpce.amazonaws.com`, after the part that is the endpoint's own. */
function isInZone(world: World, zoneId: string, name: string): boolean {
    return all(world, "endpoints").some((endpoint) => {
        const scope = { world, account: endpoint.account, region: endpoint.region };
        const [first] = dnsEntriesOf(scope, endpoint);
        const parent = first?.dnsName.split(".").slice(1).join(".").toLowerCase();
        return first?.hostedZoneId === zoneId && parent !== undefined && isWithin(name, parent);
    });
}
