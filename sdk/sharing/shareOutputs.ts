import { ProfilesProfile } from "@pulumi/aws/route53/profilesProfile";
import { Zone } from "@pulumi/aws/route53/zone";
import { all, Output, output } from "@pulumi/pulumi";
import { Checked, demand, derive, refuse, together, unchecked } from "../checks/checked";
import { EksEndpointConnection, EksEndpointConnectionConsumer } from "../domain/connection";
import { Host } from "../domain/hostNames";
import { ownStackName } from "../lookups/ownStack";
import { findSameVpcs } from "./checkShareConsumers";
import { ConsumerVpc } from "./shareConsumers";
import { ShareMethod } from "./shareArgs";
import { ResolvedShare } from "./shareDefaults";
import { VerifiedShare } from "./verifyShare";

/** What a share has created, and what was decided on the way. */
interface Shared {
    verified: VerifiedShare;
    zones: Map<string, Zone>;
    consumers: Map<string, ConsumerVpc>;
    profile?: ProfilesProfile;
    /** Has passed when the consumers that are gone have been named. */
    goodbyes: Checked<void>;
}

/** The outputs of a share. */
export function shareOutputsOf(args: ResolvedShare, shared: Shared) {
    const { verified, zones, profile, goodbyes } = shared;
    const keys = [...zones.keys()];
    const zoneIds = output([...zones.values()].map(({ zoneId }) => zoneId));
    const consumers = consumersOf(shared);
    const { site, connection } = verified;
    return {
        hostedZoneIds: all([demand(site), zoneIds]).apply(([{ hosts }, ids]) =>
            byHostName(hosts, keys, ids),
        ),
        profileId: profile?.id,
        connection: all([
            demand(together(site, connection, consumers, goodbyes)),
            zoneIds,
            profile?.id,
        ]).apply(([[{ hosts }, given, invited], ids, profileId]) => ({
            ...given,
            stack: ownStackName(),
            hostedZoneIds: byHostName(hosts, keys, ids),
            consumers: invited,
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

/** The consumers, once it is sure that no VPC is there twice. */
function consumersOf({
    verified: { site, connection },
    consumers,
}: Shared): Checked<{ [name: string]: EksEndpointConnectionConsumer }> {
    const names = [...consumers.keys()];
    const all = [...consumers.values()];
    const vpcIds = unchecked(all.map(({ vpcId }) => vpcId));
    const regions = together(...all.map(({ region }) => region));
    return derive(
        together(site, connection, vpcIds, regions),
        ([{ accountId }, { vpcId: hubVpcId }, ids, places]) => {
            const vpcs = names.map((name, i) => ({ name, vpcId: ids[i] ?? "" }));
            refuse(findSameVpcs(vpcs, hubVpcId));
            return Object.fromEntries(
                vpcs.map(({ name, vpcId }, i) => [
                    name,
                    {
                        vpcId,
                        accountId: all[i]?.accountId ?? accountId,
                        region: places[i] ?? "",
                    },
                ]),
            );
        },
    );
}
