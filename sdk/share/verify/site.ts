import type { EksEndpointConnection } from "../../connection/connection";
import { checkHosts, checkPlannedHosts } from "../../connection/hosts";
import { ShareMethod } from "../../connection/method";
import type { Host } from "../../domain/hostNames";
import { joinPath, type Problem, problem } from "../../domain/problem";
import { verbAfter } from "../../domain/wording";
import type { CallerInfo } from "../../lookups/caller";
import { checkPartitions } from "../checkPrincipals";
import type { ResolvedArgs } from "../defaults";

/** Where a share works, and the host names that it gives zones there: known before there is an endpoint. */
export interface ShareSite extends CallerInfo {
    hosts: Host[];
}

/**
 * What is wrong with the arguments, now that account and region are known. Nothing is said of the account where the
 * endpoints are another's: then the deployer is in the wrong one.
 */
export function checkSite(
    args: ResolvedArgs,
    caller: CallerInfo,
    endpoints?: { accountId?: unknown },
): Problem[] {
    const { services, principals, method } = args;
    const { accountId, region, partition, isMocked } = caller;
    const owner = endpoints?.accountId ?? accountId;
    return [
        ...(isMocked === true || owner !== accountId ? [] : checkOwnAccount(args, accountId)),
        ...(method === ShareMethod.Profile ? checkPartitions(principals, partition) : []),
        ...(args.region === undefined ? checkHosts({ services, region }) : []),
        ...checkPlannedHosts(args, region),
    ];
}

function checkOwnAccount({ consumers }: ResolvedArgs, accountId: string): Problem[] {
    const reason =
        `${accountId} is the hub's own account; leave accountId out, and the VPC is associated ` +
        "with the zones here, without an EksEndpointConsumer";
    return Object.entries(consumers).flatMap(([name, consumer]) =>
        consumer.accountId === accountId
            ? problem(joinPath(joinPath("consumers", name), "accountId"), reason)
            : [],
    );
}

/** What keeps a share from having zones for these endpoints, whatever they are. */
export function checkPlace(given: EksEndpointConnection, place: CallerInfo): Problem[] {
    const source = given.stack === undefined ? "" : ` (stack ${given.stack})`;
    const otherAccount =
        `the endpoints are in account ${given.accountId}${source}, and this share works in account ` +
        `${place.accountId}; deploy it with a provider of account ${given.accountId}`;
    const otherRegion =
        `the endpoints are in region ${given.region}${source}, and this share works in ${place.region}; ` +
        `give region: "${given.region}"`;
    const otherPartition =
        `"${given.partition}" was given, and ${given.region} is in partition ${place.partition}; ` +
        "pass the connection on unchanged";
    const names = Object.keys(given.hostedZoneIds);
    const sharedAlready =
        `another EksEndpointShare${source} has zones for these endpoints already, and a VPC can have one zone of a ` +
        "name; add the consumers to that share, or give the connection of an EksEndpointSet; to share them from here " +
        "instead, take that share away first: until this one is there, some minutes, " +
        `${names.join(", ")} ${verbAfter(names, "lead")} to public addresses in VPC ${vpcIdsOf(given).join(", ")}`;
    return [
        ...(given.accountId === place.accountId
            ? []
            : problem("connection.accountId", otherAccount)),
        ...(given.region !== place.region
            ? problem("connection.region", otherRegion)
            : given.partition !== place.partition
              ? problem("connection.partition", otherPartition)
              : []),
        ...(names.length > 0 ? problem("connection.hostedZoneIds", sharedAlready) : []),
    ];
}

function vpcIdsOf({ vpcId, consumers = {} }: EksEndpointConnection): string[] {
    return [vpcId, ...Object.values(consumers).map((consumer) => consumer.vpcId)];
}
