import { output, runtime } from "@pulumi/pulumi";
import { checkedConnection } from "../checks/connection";
import { Checked, derive, refuse, together, unchecked } from "../checks/checked";
import { conclude } from "../checks/later";
import { EksEndpointConnection } from "../domain/connection";
import { findHosts, Host } from "../domain/hostNames";
import { joinPath, Problem } from "../domain/problem";
import { EksService } from "../domain/services";
import { AskedSet, findRememberedSet } from "../endpoint-set/askedSets";
import { CallerInfo } from "../lookups/caller";
import { ownStackName } from "../lookups/ownStack";
import { checkPartitions } from "./checkSharePrincipals";
import { findSharedSetProblems } from "./findSharedSetProblems";
import { checkHosts, checkPlannedHosts } from "./hosts";
import { ShareMethod } from "./shareArgs";
import { ResolvedShare } from "./shareDefaults";
import { ShareScope } from "./shareScope";

/** Where a share works, and the host names that it gives zones there: known before there is an endpoint. */
export interface ShareSite extends CallerInfo {
    hosts: Host[];
}

/** What a share knows of its endpoints, each behind its checks. */
export interface VerifiedShare {
    site: Checked<ShareSite>;
    connection: Checked<EksEndpointConnection>;
    /** The endpoints' VPC; in a preview it is known where the connection is not, as when an endpoint is added. */
    vpcId: Checked<string>;
}

/**
 * Checks account, region and endpoints. The connection as a whole is unknown until the endpoints are there; what its set
 * was asked for is not, where the same program creates it, and so the first preview can speak already.
 */
export function verifyShare(
    args: ResolvedShare,
    caller: Checked<CallerInfo>,
    { parent }: ShareScope,
): VerifiedShare {
    const asked = unchecked(findRememberedSet(args.connection).then((set) => set?.asked));
    const site = derive(together(caller, asked), async ([place, set]) => {
        refuse(findSiteProblems(args, place));
        if (set !== undefined) {
            const facts = { ...set, stack: ownStackName() };
            await conclude(findSharedSetProblems(facts, args, place.region));
        }
        return { ...place, hosts: findHosts(args.services, place.region) };
    });
    const given = checkedConnection(args.connection);
    const connection = derive(together(site, asked, given), async ([place, set, known]) => {
        refuse(findPlaceProblems(known, place));
        const findings = findSharedSetProblems(factsOf(known), args, place.region);
        // What is worth knowing of a set in the same program has been said above.
        const warnings = set === undefined ? findings.warnings : [];
        await conclude({ ...findings, warnings });
        return known;
    });
    return { site, connection, vpcId: hubVpcId(args, site, connection) };
}

/** A preview that did not know the VPC would show every zone as replaced. */
function hubVpcId(
    args: ResolvedShare,
    site: Checked<ShareSite>,
    connection: Checked<EksEndpointConnection>,
): Checked<string> {
    const verified = derive(connection, ({ vpcId }) => vpcId);
    return runtime.isDryRun()
        ? output(
              findRememberedSet(args.connection).then((set) =>
                  set === undefined
                      ? verified
                      : derive(together(site, unchecked(set.vpcId)), ([, vpcId]) => vpcId),
              ),
          )
        : verified;
}

/** What is wrong with the arguments, now that account and region are known. */
export function findSiteProblems(args: ResolvedShare, caller: CallerInfo): Problem[] {
    const { services, consumers, principals, method } = args;
    const { accountId, region, partition } = caller;
    const own = Object.entries(consumers).flatMap(([name, consumer]): Problem[] =>
        consumer.accountId === accountId
            ? [
                  {
                      path: joinPath(joinPath("consumers", name), "accountId"),
                      reason:
                          `${accountId} is the hub's own account; leave accountId out, and the VPC is associated ` +
                          "with the zones here, without an EksEndpointConsumer",
                  },
              ]
            : [],
    );
    return [
        ...own,
        ...(method === ShareMethod.Profile ? checkPartitions(principals, partition) : []),
        ...(args.region === undefined ? checkHosts({ services, region }) : []),
        ...checkPlannedHosts(args, region),
    ];
}

/** What keeps a share from having zones for these endpoints, whatever they are. */
export function findPlaceProblems(given: EksEndpointConnection, place: CallerInfo): Problem[] {
    const source = given.stack === undefined ? "" : ` (stack ${given.stack})`;
    const problems: Problem[] = [];
    if (given.accountId !== place.accountId) {
        const reason =
            `the endpoints are in account ${given.accountId}${source}, and this share works in account ` +
            `${place.accountId}; deploy it with a provider of account ${given.accountId}`;
        problems.push({ path: "connection.accountId", reason });
    }
    if (given.region !== place.region) {
        const reason =
            `the endpoints are in region ${given.region}${source}, and this share works in ${place.region}; ` +
            `give region: "${given.region}"`;
        problems.push({ path: "connection.region", reason });
    } else if (given.partition !== place.partition) {
        const reason =
            `"${given.partition}" was given, and ${given.region} is in partition ${place.partition}; ` +
            "pass the connection on unchanged";
        problems.push({ path: "connection.partition", reason });
    }
    if (Object.keys(given.hostedZoneIds).length > 0) {
        const reason =
            `another EksEndpointShare${source} has zones for these endpoints already, and a VPC can have one zone of a ` +
            "name; add the consumers to that share, or give the connection of an EksEndpointSet";
        problems.push({ path: "connection.hostedZoneIds", reason });
    }
    return problems;
}

/** What a set of another stack was asked for, as its connection tells. */
function factsOf(connection: EksEndpointConnection): AskedSet & { stack?: string } {
    return { ...connection, services: Object.keys(connection.services) as EksService[] };
}
