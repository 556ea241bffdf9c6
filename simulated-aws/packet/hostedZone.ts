import { plainName } from "../services/route53/names";
import { recordsOf } from "../services/route53/zonesOf";
import { canonicalAddress } from "../world/addresses";
import type { DnsRecord, HostedZone } from "../world/objects/dns";
import type { World } from "../world/types";
import { endpointName } from "./endpointNames";
import type { Found, PrivateZone, RecordType } from "./privateZone";

/** A hosted zone of Route 53, answering from its records. */
export function privateHostedZone(world: World, zone: HostedZone): PrivateZone {
    return {
        name: zone.name,
        origin: `hosted zone ${zone.id} (${zone.name})`,
        answer: (asked, type) => answerOf(world, zone, asked, type),
    };
}

/** The name of the zone itself always exists: Route 53 keeps records of its own there. */
function answerOf(
    world: World,
    zone: HostedZone,
    asked: string,
    type: RecordType,
): Found | undefined {
    const records = namedOrWildcard(recordsOf(world, zone.id), asked);
    if (records.length === 0) {
        return asked === zone.name ? { addresses: [] } : undefined;
    }
    const cname = records.find((each) => each.type === "CNAME");
    if (cname !== undefined) {
        return { addresses: [], cname: plainName(cname.values[0] ?? "") };
    }
    const record = records.find((each) => each.type === type);
    if (record === undefined) {
        return { addresses: [] };
    }
    if (record.alias !== undefined) {
        return aliasAnswer(world, zone, record.alias.name, type);
    }
    return { addresses: record.values.map((value) => canonicalAddress(value) ?? value) };
}

/** A target that is gone leaves the alias without addresses. */
function aliasAnswer(world: World, zone: HostedZone, target: string, type: RecordType): Found {
    const name = plainName(target);
    const endpoint = endpointName(world, name);
    if (endpoint !== undefined) {
        return endpoint(type);
    }
    return answerOf(world, zone, name, type) ?? { addresses: [] };
}

/** The records of a name; of the wildcards that cover it the closest one stands in where it has none. */
function namedOrWildcard(records: DnsRecord[], asked: string): DnsRecord[] {
    const labels = asked.split(".");
    const wildcards = labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join(".")}`);
    for (const name of [asked, ...wildcards]) {
        const found = records.filter((each) => each.fullName === name);
        if (found.length > 0) {
            return found;
        }
    }
    return [];
}
