import { Record } from "@pulumi/aws/route53/record";
import { Zone } from "@pulumi/aws/route53/zone";
import type { Output } from "@pulumi/pulumi";

import { demand, derive } from "../checks/checked";
import type { ChildScope } from "../component/scope";
import { planHosts } from "../connection/hosts";
import { childNames } from "../connection/names";
import { familiesOf, RECORD_TYPES } from "../domain/addressing";
import { type Host, orderHosts } from "../domain/hostNames";
import type { VerifiedShare } from "./verify";

/** A zone that others are given, once it answers for its name. */
export interface SharedZone {
    /** Key of its host name. */
    key: string;
    zone: Zone;
    /** What has to be there before anybody asks the zone. */
    records: Record[];
    /** Keys of the zones whose names it hides. */
    hides: string[];
}

/** A private zone of each host name, with the records that lead to the endpoint; those below a name come before it. */
export function createZones(verified: VerifiedShare, scope: ChildScope): SharedZone[] {
    const created: SharedZone[] = [];
    for (const host of orderHosts(planHosts(verified.args))) {
        const hostName = demand(derive(verified.site, ({ hosts }) => hostNameOf(hosts, host.key)));
        // The hub's own VPC gets a zone with its creation.
        const below = created.filter(({ key }) => host.hides.includes(key));
        const dependsOn = below.flatMap(({ records }) => records);
        const zone = createZone(host, hostName, dependsOn, verified, scope);
        const records = createRecords(host, hostName, zone, verified, scope);
        created.push({ key: host.key, zone, records, hides: host.hides });
    }
    return created;
}

/** The zone of one host name. */
function createZone(
    { key }: Host,
    hostName: Output<string>,
    dependsOn: Record[],
    verified: VerifiedShare,
    { name, parent, tags }: ChildScope,
): Zone {
    const vpcId = demand(verified.vpcId);
    const vpcRegion = demand(derive(verified.site, ({ region }) => region));
    return new Zone(
        childNames.zone(name, key),
        {
            name: hostName,
            comment: "Leads to an EKS endpoint that is shared",
            vpcs: [{ vpcId, vpcRegion }],
            // A record whose answer was cut off is in the zone and not in the state, and would keep it from being deleted.
            forceDestroy: true,
            tags,
        },
        {
            parent,
            dependsOn,
            // VPCs are added by associations, which an update of the zone would take away again.
            ignoreChanges: ["vpcs"],
            // Ignored changes hide another VPC of the hub as well.
            replacementTrigger: vpcId,
            // A VPC cannot have two zones of one name.
            deleteBeforeReplace: true,
        },
    );
}

/** Alias records at the zone's own name, where no CNAME may be. */
function createRecords(
    { key, service }: Host,
    hostName: Output<string>,
    { zoneId }: Zone,
    { args, connection }: VerifiedShare,
    { name, parent }: ChildScope,
): Record[] {
    const target = demand(
        derive(connection, ({ services }) => {
            const { regionalDnsName = "", hostedZoneId = "" } = services[service] ?? {};
            return { name: regionalDnsName, zoneId: hostedZoneId };
        }),
    );
    return familiesOf(args.ipAddressType).map(
        (family) =>
            new Record(
                childNames.record(name, key, family),
                {
                    zoneId,
                    name: hostName,
                    type: RECORD_TYPES[family],
                    aliases: [
                        {
                            name: target.name,
                            zoneId: target.zoneId,
                            // There is no other record to answer with.
                            evaluateTargetHealth: false,
                        },
                    ],
                    // The zone is the share's own: what stands there is what a cut-off update has made.
                    allowOverwrite: true,
                },
                { parent },
            ),
    );
}

function hostNameOf(hosts: Host[], key: string): string {
    return hosts.find((host) => host.key === key)?.hostName ?? "";
}
