import type { ResourceShareAssociationsExclusive } from "@pulumi/aws/ram/resourceShareAssociationsExclusive";
import { output } from "@pulumi/pulumi";

import { derive, together } from "../checks/checked";
import { conclude } from "../checks/conclude";
import { beforeEnding, whenKnown } from "../checks/sdkInternals";
import { withoutSecrets } from "../checks/secrets";
import type { EksEndpointConnection } from "../connection/connection";
import { type Problem, warning } from "../domain/problem";
import type { VerifiedShare } from "./verify";
import type { FormerConnection } from "./verify/formerConnection";
import type { SharedZone } from "./zones";

// What somebody else has added in AWS, and no resource of the stack would show: only warnings, because an update neither
// made it nor can take it away.

/** What AWS has of the zones and of the share, with those who may be there. */
export interface Guests {
    /** VPCs by the ID of the zone that has them. */
    zones: { zoneId: string; vpcs: { vpcId: string; vpcRegion: string }[] }[];
    vpcIds: string[];
    share?: { arn: string; principals: string[]; resourceArns: string[] };
    principals: string[];
}

/**
 * Warns of VPCs that zones have and of principals and resources that the share has beside those that were asked for, now or
 * by the last update: what has been removed goes at the end of an update. Zones show it once they have been refreshed.
 */
export function sayStrangers(
    { args, listed, vpcId }: VerifiedShare,
    former: FormerConnection,
    zones: SharedZone[],
    associations: ResourceShareAssociationsExclusive | undefined,
): void {
    const shown = zones.map(({ zone: { zoneId, vpcs } }) => output({ zoneId, vpcs }));
    const told = derive(together(listed, vpcId, former), async ([consumers, own, last]) => {
        const before = namedIn(last.kind === "found" ? last.found : undefined);
        const now = Object.values(consumers).map((consumer) => consumer.vpcId);
        // One by one: a preview that does not know one of them knows the others.
        const known = await Promise.all(shown.map(whenKnown));
        const problems = checkStrangers({
            // The mocks of a unit test may leave out what AWS always says.
            zones: known.flatMap((zone) =>
                zone?.vpcs === undefined ? [] : [{ zoneId: zone.zoneId, vpcs: zone.vpcs }],
            ),
            vpcIds: [own, ...now, ...before.vpcIds],
            share: await findShare(associations),
            principals: [...args.principals, ...before.principals],
        });
        await conclude(await withoutSecrets(problems, [listed, vpcId, shown]));
    });
    beforeEnding(whenKnown(told));
}

async function findShare(
    associations: ResourceShareAssociationsExclusive | undefined,
): Promise<Guests["share"]> {
    const { id, principals, resourceArns } = associations ?? {};
    const known = await whenKnown(output({ arn: id, principals, resourceArns }));
    return known?.arn === undefined
        ? undefined
        : {
              arn: known.arn,
              principals: known.principals ?? [],
              resourceArns: known.resourceArns ?? [],
          };
}

/** Whom a former connection names, which an older version or a hand may have written. */
function namedIn(connection: unknown): Pick<Guests, "vpcIds" | "principals"> {
    const { consumers, principals } = (connection ?? {}) as Partial<EksEndpointConnection>;
    return {
        vpcIds: Object.values(consumers ?? {}).map(({ vpcId }) => vpcId),
        principals: principals ?? [],
    };
}

/** What to say of whoever is there and was not asked for. */
export function checkStrangers(guests: Guests): Problem[] {
    return [...checkVpcs(guests), ...checkShare(guests)];
}

function checkVpcs({ zones, vpcIds }: Guests): Problem[] {
    const places = new Map<string, { region: string; zoneIds: string[] }>();
    for (const { zoneId, vpcs } of zones) {
        for (const { vpcId, vpcRegion } of vpcs.filter((vpc) => !vpcIds.includes(vpc.vpcId))) {
            const { zoneIds = [] } = places.get(vpcId) ?? {};
            places.set(vpcId, { region: vpcRegion, zoneIds: [...zoneIds, zoneId] });
        }
    }
    return [...places].flatMap(([vpcId, { region, zoneIds }]) => {
        const which = zoneIds.length === 1 ? "zone" : "zones";
        const each = zoneIds.length === 1 ? zoneIds[0] : "<each of them>";
        const reason =
            `VPC ${vpcId} of ${region} is associated with ${which} ${zoneIds.join(", ")}, and is none of them, so that its ` +
            "clients use the endpoints; name it here, or take it away: aws route53 disassociate-vpc-from-hosted-zone " +
            `--hosted-zone-id ${each} --vpc VPCRegion=${region},VPCId=${vpcId}`;
        return warning("consumers", reason);
    });
}

function checkShare({ share, principals }: Guests): Problem[] {
    if (share === undefined) {
        return [];
    }
    const { arn } = share;
    const command = `aws ram disassociate-resource-share --resource-share-arn ${arn}`;
    const strangers = share.principals.filter((principal) => !principals.includes(principal));
    const others = share.resourceArns.filter((resource) => !resource.includes(":profile/"));
    return [
        ...strangers.flatMap((principal) =>
            warning(
                "principals",
                `${principal} is in the RAM share ${arn}, and is none of them, so that it may use the profile; name it ` +
                    `here, or take it away: ${command} --principals ${principal}`,
            ),
        ),
        ...others.flatMap((resource) =>
            warning(
                "principals",
                `the RAM share ${arn} gives them ${resource} as well, which is not the profile; share it elsewhere, and ` +
                    `take it away: ${command} --resource-arns ${resource}`,
            ),
        ),
    ];
}
