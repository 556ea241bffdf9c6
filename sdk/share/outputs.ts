import type { ProfilesProfile } from "@pulumi/aws/route53/profilesProfile";
import { all, type Output, output } from "@pulumi/pulumi";

import { demand, together } from "../checks/checked";
import type { EksEndpointConnection } from "../connection/connection";
import { ShareMethod } from "../connection/method";
import type { Host } from "../domain/hostNames";
import { ownStackName } from "../lookups/ownStack";
import type { VerifiedShare } from "./verify";
import type { SharedZone } from "./zones";

/** The outputs of a share. */
export function outputsOf(
    { args, site, connection, listed, goodbyes, gaps }: VerifiedShare,
    zones: SharedZone[],
    profile: ProfilesProfile | undefined,
) {
    const keys = zones.map(({ key }) => key);
    const zoneIds = output(zones.map(({ zone }) => zone.zoneId));
    return {
        hostedZoneIds: all([demand(site), zoneIds]).apply(([{ hosts }, ids]) =>
            byHostName(hosts, keys, ids),
        ),
        profileId: profile?.id,
        connection: all([
            demand(together(site, connection, listed, goodbyes, gaps)),
            zoneIds,
            profile?.id,
        ]).apply(([[{ hosts }, given, consumers], ids, profileId]) => ({
            ...given,
            stack: ownStackName(),
            hostedZoneIds: byHostName(hosts, keys, ids),
            consumers,
            ...(args.method === ShareMethod.Profile
                ? { profileId, principals: args.principals }
                : {}),
        })) as Output<EksEndpointConnection>,
    };
}

function byHostName(
    hosts: Host[],
    keys: string[],
    zoneIds: string[],
): { [hostName: string]: string } {
    return Object.fromEntries(
        hosts.map(({ key, hostName }) => [hostName, zoneIds[keys.indexOf(key)] ?? ""]),
    );
}
