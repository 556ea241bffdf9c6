import { isLater } from "../checks/shape";
import { ShareMethod } from "../connection/method";
import { checkVpcId, isAccountId } from "../domain/identifiers";
import { VPCS_PER_PROFILE, VPCS_PER_ZONE } from "../domain/limits";
import { joinPath, type Problem, problem, within } from "../domain/problem";
import { checkRegion, findPartition } from "../domain/regions";
import { describeGiven } from "../domain/wording";
import type { ShareConsumer } from "./args";
import type { ResolvedArgs } from "./defaults";

/** Problems of the VPCs that may use the endpoints, as far as they are known. */
export function checkConsumers(args: ResolvedArgs): Problem[] {
    const { consumers } = args;
    return [
        ...Object.entries(consumers).flatMap(([name, consumer]) =>
            within(joinPath("consumers", name), checkConsumer(name, consumer, args)),
        ),
        ...checkSameVpcs(
            Object.entries(consumers).map(([name, { vpcId }]) => ({ name, vpcId })),
            undefined,
        ),
        ...checkNumbers(args),
    ];
}

function checkConsumer(
    name: string,
    { vpcId, accountId, region }: ShareConsumer,
    args: ResolvedArgs,
): Problem[] {
    const badName =
        `${describeGiven(name)} becomes part of resource names; use only letters, digits and . _ -, ` +
        "and do not change the name afterwards";
    const badAccount = `${describeGiven(accountId)} is no account ID; give its 12 digits as text`;
    return [
        ...(/^[A-Za-z0-9._-]+$/.test(name) ? [] : problem("", badName)),
        ...(typeof vpcId === "string" ? checkVpcId(vpcId) : []),
        ...(accountId === undefined || isAccountId(accountId)
            ? []
            : problem("accountId", badAccount)),
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
        return problem("region", reason);
    }
    const reason =
        `"${region}" was given, but the profile serves VPCs of its own region ${hubRegion} only; ` +
        "give the VPC endpoints of its own region, or use method hostedZones";
    return method === ShareMethod.Profile && region !== hubRegion ? problem("region", reason) : [];
}

/** Consumers whose VPC another consumer has too, or the hub itself. */
export function checkSameVpcs(
    vpcs: { name: string; vpcId: unknown }[],
    hubVpcId: string | undefined,
): Problem[] {
    const owners = new Map<unknown, string>();
    return vpcs.flatMap(({ name, vpcId }) => {
        const path = joinPath(joinPath("consumers", name), "vpcId");
        const first = owners.get(vpcId);
        if (isLater(vpcId)) {
            return [];
        }
        if (vpcId === hubVpcId) {
            const reason = `${hubVpcId} is the VPC of the endpoints, which has the zones anyway; remove this consumer`;
            return problem(path, reason);
        }
        owners.set(vpcId, first ?? name);
        return first === undefined
            ? []
            : problem(path, `${String(vpcId)} is there as ${first} already; name it once`);
    });
}

function checkNumbers({ consumers, method }: ResolvedArgs): Problem[] {
    const count = Object.keys(consumers).length;
    const own = Object.values(consumers).filter(({ accountId }) => accountId === undefined).length;
    const room = VPCS_PER_ZONE - 1;
    if (method === ShareMethod.HostedZones && count > room) {
        const reason =
            `${count} were given, but a hosted zone has at most ${VPCS_PER_ZONE} VPCs and the hub's is one of them; ` +
            `keep ${room}, or use method profile, which has room for ${VPCS_PER_PROFILE}`;
        return problem("consumers", reason);
    }
    if (count > VPCS_PER_PROFILE) {
        const reason =
            `${count} were given, but a profile has at most ${VPCS_PER_PROFILE} VPCs; keep as many, ` +
            "and give the others endpoints of their own";
        return problem("consumers", reason);
    }
    if (own > room) {
        const reason =
            `${own} without accountId were given, and these are associated with the hosted zones, which have at most ` +
            `${VPCS_PER_ZONE} VPCs, the hub's among them; keep ${room}, and associate others with the profile instead`;
        return problem("consumers", reason);
    }
    return [];
}
