import { joinLinks, type Links, targetsOf } from "../../stack/links";
import type { Notes } from "../../stack/notes";
import type { HostedZone } from "./hostedZones";

/** Host names of an endpoint that have no hosted zone where another of its names has one, or a record. */
export interface CoverageGap {
    /** The name that has one. */
    covered: string;
    /** Whether that name has no zone, but a record in a zone above it. */
    isRecord: boolean;
    missing: string[];
    /** The VPCs, in words, that the other zone reaches; none where the names have no zone at all. */
    places: string[];
}

/** What the zones of one endpoint, and the names that records give it, leave out. Zones that may fill a gap after preview are noted instead. */
export function findCoverageGaps(
    hostNames: string[],
    zones: HostedZone[],
    recorded: string[],
    notes: Notes,
): CoverageGap[] {
    const own = zones.filter(({ name }) => name !== undefined && hostNames.includes(name));
    const missing = hostNames.filter((hostName) => own.every(({ name }) => name !== hostName));
    const isRecord = own.length === 0;
    const covered = own[0]?.name ?? recorded[0];
    if (covered === undefined) {
        return [];
    }
    if (missing.length === 0) {
        return hostNames.flatMap((hostName) => findUnreached(hostName, own, notes));
    }
    const unsure = zones.filter(({ unknownName }) => unknownName !== undefined);
    for (const { resource, unknownName } of unsure) {
        notes.addUnknown(resource, unknownName);
    }
    return unsure.length > 0 ? [] : [{ covered, isRecord, missing, places: [] }];
}

function findUnreached(hostName: string, zones: HostedZone[], notes: Notes): CoverageGap[] {
    const same = zones.filter(({ name }) => name === hostName);
    const others = zones.filter(({ name }) => name !== hostName);
    const reached = targetsOf(joinLinks(same.map(reachOf)));
    const dark = targetsOf(joinLinks(others.map(reachOf)));
    const places = [...dark].filter(([place]) => !reached.has(place)).map(([, words]) => words);
    const covered = others[0]?.name;
    if (places.length === 0 || covered === undefined) {
        return [];
    }
    const unsure = same.filter((zone) => reachOf(zone).unknown !== undefined);
    for (const zone of unsure) {
        notes.addUnknown(zone.resource, reachOf(zone).unknown);
    }
    return unsure.length > 0 ? [] : [{ covered, isRecord: false, missing: [hostName], places }];
}

/** The VPCs that a zone answers in, or will once their accounts associate it. */
function reachOf({ places, authorized }: HostedZone): Links {
    return joinLinks([places, authorized]);
}
