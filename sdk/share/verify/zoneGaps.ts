import { log } from "@pulumi/pulumi";

import { say } from "../../checks/conclude";
import { inOwnSpelling } from "../../checks/spelling";
import { childNames } from "../../connection/names";
import { findHosts, type Host } from "../../domain/hostNames";
import { formatProblem, type Problem, warning } from "../../domain/problem";
import { ALL_SERVICES } from "../../domain/services";
import { verbAfter } from "../../domain/wording";
import type { LastState } from "../../lookups/ownStack";
import { findLastEndpoints, findLastZones } from "../../verify/lastNames";

/** The zones that a share is to have, and what its stack had before. */
export interface PlannedZones {
    name: string;
    hosts: Host[];
    region: string;
    hubVpcId: string;
    last: LastState;
}

/** Says of which names nobody answers for a while, because AWS gives a VPC a zone before it takes records into it. */
export function sayZoneGaps(planned: PlannedZones): void {
    const losses = [...checkMovedZones(planned), ...checkRemovedZones(planned)];
    losses.forEach((each) => void say(each));
    for (const each of checkNewZones(planned)) {
        void log.info(formatProblem(inOwnSpelling(each)));
    }
}

/** Zones whose names clients resolve by now with private DNS, or in zones that are replaced. */
export function checkMovedZones(planned: PlannedZones): Problem[] {
    const { hosts, hubVpcId } = planned;
    const switched = hosts.filter((host) => hadPrivateDns(planned, host));
    const moved = hosts.flatMap((host) => {
        const from = formerVpcOf(planned, host);
        return from === undefined ? [] : [{ host, from }];
    });
    const [first] = moved;
    return [
        ...(switched.length === 0
            ? []
            : warning(
                  "connection.privateDnsEnabled",
                  `${namesOf(switched)} ${verbAfter(switched, "move")} from private DNS to hosted zones in VPC ${hubVpcId}, ` +
                      `which AWS does not allow side by side, and ${verbAfter(switched, "lead")} to public addresses there while ` +
                      "this update runs, then nowhere for about a minute until the zones have records; run it when clients of " +
                      "this VPC can do without, or share the endpoints of a second EksEndpointSet in a VPC of its own, which " +
                      "takes nothing away",
              )),
        ...(first === undefined
            ? []
            : warning(
                  "connection.vpcId",
                  `hosted zones are replaced, because the endpoints leave VPC ${first.from} for VPC ${hubVpcId}: all VPCs ` +
                      `of consumers lose ${namesOf(moved.map(({ host }) => host))} for some minutes, those of other accounts ` +
                      "until their EksEndpointConsumer is updated; to take nothing away, create a second EksEndpointSet and " +
                      "EksEndpointShare, move the consumers there, and remove these later",
              )),
    ];
}

/** Zones that are new in the hub's VPC. */
export function checkNewZones(planned: PlannedZones): Problem[] {
    const { hosts, hubVpcId, last } = planned;
    const zones = findLastZones(last);
    const added = hosts.filter(
        (host) =>
            !hadPrivateDns(planned, host) &&
            formerVpcOf(planned, host) === undefined &&
            !zones.some(
                ({ hostName, vpcIds }) => hostName === host.hostName && vpcIds.includes(hubVpcId),
            ),
    );
    const reason =
        `${namesOf(added)} ${verbAfter(added, "lead")} nowhere in VPC ${hubVpcId} for about a minute, from when it has ` +
        "hosted zones until these have records; AWS takes no record before";
    return added.length === 0 ? [] : warning("connection.vpcId", reason);
}

/** Zones of services that are no longer shared. */
export function checkRemovedZones({ name, hosts, region, last }: PlannedZones): Problem[] {
    const gone = findHosts(ALL_SERVICES, region).filter(
        ({ key }) => !hosts.some((host) => host.key === key),
    );
    const zones = findLastZones(last).filter(({ resource }) =>
        gone.some(({ key }) => resource.name === childNames.zone(name, key)),
    );
    const vpcIds = [...new Set(zones.flatMap((zone) => [...zone.vpcIds, ...zone.authorized]))];
    const reason =
        `hosted zones go: ${zones.map(({ hostName }) => hostName).join(", ")} ${verbAfter(zones, "lead")} nowhere for about ` +
        `a minute in every VPC that has the zone, of ${vpcIds.join(", ")}: AWS deletes no zone before its records; to spare ` +
        "other VPCs, take the zones from them first";
    return zones.length === 0 ? [] : warning("services", reason);
}

function hadPrivateDns({ last, hubVpcId }: PlannedZones, { service }: Host): boolean {
    return findLastEndpoints(last).some(
        (each) => each.vpcId === hubVpcId && each.service === service,
    );
}

/** The other VPC in which the zone of a host was created; undefined where it was in this one, or is new. */
function formerVpcOf({ name, last, hubVpcId }: PlannedZones, host: Host): string | undefined {
    const zone = findLastZones(last).find(
        ({ resource, hostName }) =>
            resource.name === childNames.zone(name, host.key) && hostName === host.hostName,
    );
    const [created] = zone?.vpcIds ?? [];
    return created === hubVpcId ? undefined : created;
}

function namesOf(hosts: Host[]): string {
    return hosts.map(({ hostName }) => hostName).join(", ");
}
