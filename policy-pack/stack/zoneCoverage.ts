import { Findings } from "../findings";
import { HostedZone } from "./hostedZones";
import { joinLinks, Links, targetsOf } from "./links";

/**
 * What the zones of one endpoint leave out, in words: host names without a zone beside others that have one, and VPCs
 * that some of the zones reach and others do not. Zones that may fill a gap after preview are noted instead.
 */
export function findGaps(hostNames: string[], zones: HostedZone[], findings: Findings): string[] {
    const own = zones.filter(({ name }) => name !== undefined && hostNames.includes(name));
    const missing = hostNames.filter((hostName) => own.every(({ name }) => name !== hostName));
    const [first] = own;
    if (first === undefined) {
        return [];
    }
    if (missing.length === 0) {
        return hostNames.flatMap((hostName) => findUnreached(hostName, own, findings));
    }
    const unsure = zones.filter(({ unknownName }) => unknownName !== undefined);
    for (const { resource, unknownName } of unsure) {
        findings.addUnknown(resource, unknownName);
    }
    return unsure.length > 0
        ? []
        : [`has a hosted zone for ${first.name} and none for ${missing.join(" and ")}`];
}

function findUnreached(hostName: string, zones: HostedZone[], findings: Findings): string[] {
    const same = zones.filter(({ name }) => name === hostName);
    const others = zones.filter(({ name }) => name !== hostName);
    const reached = targetsOf(joinLinks(same.map(reachOf)));
    const dark = targetsOf(joinLinks(others.map(reachOf)));
    const words = [...dark].filter(([place]) => !reached.has(place)).map(([, word]) => word);
    const unsure = same.filter((zone) => reachOf(zone).unknown !== undefined);
    if (words.length === 0) {
        return [];
    }
    for (const zone of unsure) {
        findings.addUnknown(zone.resource, reachOf(zone).unknown);
    }
    return unsure.length > 0
        ? []
        : [
              `has a hosted zone for ${others[0]?.name} in ${words.join(", ")}, and none for ${hostName} there`,
          ];
}

/** The VPCs that a zone answers in, or will once their accounts associate it. */
function reachOf({ places, authorized }: HostedZone): Links {
    return joinLinks([places, authorized]);
}
