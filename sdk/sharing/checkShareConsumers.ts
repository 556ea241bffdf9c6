import { isLater } from "../checks/shape";
import { joinPath, Problem, within } from "../domain/problem";
import { checkRegion, findPartition } from "../domain/regions";
import { describeGiven } from "../domain/wording";
import { ShareConsumer, ShareMethod } from "./shareArgs";
import { ResolvedShare } from "./shareDefaults";

/** VPCs per private hosted zone, the hub's own among them. Source: the Route 53 guide, "Quotas". */
const VPCS_PER_ZONE = 300;

/** VPCs per Route 53 Profile, and authorisations per hosted zone. Source: as above. */
const VPCS_PER_PROFILE = 1_000;

/** Problems of the VPCs that may use the endpoints, as far as they are known. */
export function checkShareConsumers(args: ResolvedShare): Problem[] {
    const { consumers } = args;
    return [
        ...Object.entries(consumers).flatMap(([name, consumer]) =>
            within(joinPath("consumers", name), checkConsumer(name, consumer, args)),
        ),
        ...findSameVpcs(
            Object.entries(consumers).map(([name, { vpcId }]) => ({ name, vpcId })),
            undefined,
        ),
        ...checkNumbers(args),
    ];
}

function checkConsumer(
    name: string,
    { vpcId, accountId, region }: ShareConsumer,
    args: ResolvedShare,
): Problem[] {
    const badName = {
        path: "",
        reason:
            `${describeGiven(name)} becomes part of resource names; use only letters, digits and . _ -, ` +
            "and do not change the name afterwards",
    };
    const badAccount = {
        path: "accountId",
        reason: `${describeGiven(accountId)} is no account ID; give its 12 digits as text`,
    };
    return [
        ...(/^[A-Za-z0-9._-]+$/.test(name) ? [] : [badName]),
        ...(typeof vpcId === "string" ? checkVpcId(vpcId) : []),
        ...(accountId === undefined || isAccountId(accountId) ? [] : [badAccount]),
        ...(typeof region === "string"
            ? [
                  ...checkRegion(region),
                  ...(args.region === undefined
                      ? []
                      : checkConsumerRegion(region, args.region, args.method)),
              ]
            : []),
    ];
}

/** Whether this is the ID of an account. */
export function isAccountId(value: string): boolean {
    return /^\d{12}$/.test(value);
}

/** Problems of a VPC's ID. */
export function checkVpcId(vpcId: string): Problem[] {
    return /^vpc-[0-9a-f]+$/.test(vpcId)
        ? []
        : [
              {
                  path: "vpcId",
                  reason: `${describeGiven(vpcId)} is no ID of a VPC; give it in the form vpc-0123456789abcdef0`,
              },
          ];
}

/** Problems of a consumer's region beside that of the endpoints. */
export function checkConsumerRegion(
    region: string,
    hubRegion: string,
    method: ShareMethod,
): Problem[] {
    const own = findPartition(region)?.id;
    const hub = findPartition(hubRegion)?.id;
    if (own !== undefined && hub !== undefined && own !== hub) {
        const reason =
            `${region} is in partition ${own}, and the endpoints are in ${hubRegion}; ` +
            "a hosted zone and its VPCs have to be in the same partition";
        return [{ path: "region", reason }];
    }
    return method === ShareMethod.Profile && region !== hubRegion
        ? [
              {
                  path: "region",
                  reason:
                      `"${region}" was given, but the profile serves VPCs of its own region ${hubRegion} only; ` +
                      "give the VPC endpoints of its own region, or use method hostedZones",
              },
          ]
        : [];
}

/** Consumers whose VPC another consumer has too, or the hub itself. */
export function findSameVpcs(
    vpcs: { name: string; vpcId: unknown }[],
    hubVpcId: string | undefined,
): Problem[] {
    const owners = new Map<unknown, string>();
    return vpcs.flatMap(({ name, vpcId }): Problem[] => {
        const path = joinPath(joinPath("consumers", name), "vpcId");
        const first = owners.get(vpcId);
        if (isLater(vpcId)) {
            return [];
        }
        if (vpcId === hubVpcId) {
            const reason = `${hubVpcId} is the VPC of the endpoints, which has the zones anyway; remove this consumer`;
            return [{ path, reason }];
        }
        owners.set(vpcId, first ?? name);
        return first === undefined
            ? []
            : [
                  {
                      path,
                      reason: `${String(vpcId)} is there as ${first} already; name it once`,
                  },
              ];
    });
}

function checkNumbers({ consumers, method }: ResolvedShare): Problem[] {
    const count = Object.keys(consumers).length;
    const own = Object.values(consumers).filter(({ accountId }) => accountId === undefined).length;
    const room = VPCS_PER_ZONE - 1;
    if (method === ShareMethod.HostedZones && count > room) {
        const reason =
            `${count} were given, but a hosted zone has at most ${VPCS_PER_ZONE} VPCs and the hub's is one of them; ` +
            `keep ${room}, or use method profile, which has room for ${VPCS_PER_PROFILE}`;
        return [{ path: "consumers", reason }];
    }
    if (count > VPCS_PER_PROFILE) {
        const reason =
            `${count} were given, but a profile has at most ${VPCS_PER_PROFILE} VPCs; keep as many, ` +
            "and give the others endpoints of their own";
        return [{ path: "consumers", reason }];
    }
    if (own > room) {
        const reason =
            `${own} without accountId were given, and these are associated with the hosted zones, which have at most ` +
            `${VPCS_PER_ZONE} VPCs, the hub's among them; keep ${room}, and associate others with the profile instead`;
        return [{ path: "consumers", reason }];
    }
    return [];
}
